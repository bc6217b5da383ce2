import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { exportAppeals } from '../../../../../src-main/data/export/exportAppeals.ts';
import { type Browser, createBrowser } from '../../../../../src-main/data/query/browseAppeals.ts';
import {
  type BrowseFilter,
  type BrowseInput,
  BrowseOrder,
  type BrowseWanted,
  EVERYTHING,
  FigureBy,
} from '../../../../../src-shared/appeal/browse.ts';
import type { AppealCard } from '../../../../../src-shared/appeal/model.ts';
import { toInstant } from '../../../../../src-shared/clock.ts';
import { csvRows } from '../../../../../src-shared/directory/csv.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { aCard, removeFolders } from '../../../../support/workstation.ts';

let of: TestDesk;
beforeEach(async () => {
  of = await aTestDesk();
});
afterEach(() => of.close());
afterAll(removeFolders);

interface Said {
  readonly topic?: string;
  readonly district?: string;
  readonly urgent?: boolean;
  readonly surname?: string;
  readonly text?: string;
  readonly confidential?: boolean;
}

/** Registers an appeal; gives its id. */
function register({
  topic = '08.01',
  district = 'kramatorskyi',
  urgent = false,
  surname = 'Проба',
  text = 'Немає води.',
  confidential = false,
}: Said = {}): string {
  const appeal = randomUUID();
  const card = aCard({ topic, text, confidential, remark: 'лише для своїх' }) as AppealCard;
  const place = { ...card.place, district };
  const applicant = { ...card.applicant, surname, id: randomUUID() };
  const payload = { appeal, call: null, card: { ...card, applicant, place, urgent, urgentReason: 'Діти.' } };
  expect(of.act([{ kind: 'appeal.register', payload }])).toBeNull();
  return appeal;
}

const LANGUAGE = 'uk';

function browser(): Browser {
  return createBrowser(of.desk, () => false);
}

function asked(wanted: Partial<BrowseWanted>, more: Partial<z.output<typeof BrowseInput>> = {}) {
  return {
    wanted: { filter: EVERYTHING, order: 'newest', language: LANGUAGE, ...wanted },
    ...{ from: 0, limit: 100, around: null, isAnew: false, isPatient: true },
    ...more,
  } as z.output<typeof BrowseInput>;
}

async function all(filter: Partial<BrowseFilter>, order: BrowseOrder, limit: number): Promise<string[]> {
  const list = browser();
  const wanted = { filter: { ...EVERYTHING, ...filter }, order };
  const ids: string[] = [];
  for (let from = 0; ; from += limit) {
    const { lines, total } = await list.browse(of.session.operator.id, asked(wanted, { from, limit }));
    ids.push(...lines.flatMap((line) => line?.id ?? []));
    if (from + limit >= (total ?? 0)) {
      expect(ids).toHaveLength(total ?? 0);
      return ids;
    }
  }
}

test('stretches of any size join into the whole list, each appeal once, in both orders', async () => {
  const ids = Array.from({ length: 7 }, () => register());
  // All of them may have been registered in one millisecond: the id decides then.
  for (const limit of [1, 2, 3, 7, 8]) {
    const newest = await all({}, 'newest', limit);
    expect(newest.toSorted()).toEqual(ids.toSorted());
    expect(await all({}, 'oldest', limit)).toEqual(newest.toReversed());
  }
});

test('a list stays as it was made until it is made anew, around the line that is read', async () => {
  const me = of.session.operator.id;
  const list = browser();
  Array.from({ length: 4 }, () => register());
  const first = await list.browse(me, asked({}));
  register();
  expect(await list.browse(me, asked({}))).toEqual(first);
  const reading = first.lines[2]?.id ?? ('' as never);
  const around = { appeal: reading, before: 1 };
  const anew = await list.browse(me, asked({}, { isAnew: true, around, limit: 2 }));
  expect(anew.total).toBe(5);
  expect(anew.from).toBe((await all({}, 'newest', 9)).indexOf(reading) - 1);
  expect(anew.lines[1]?.id).toBe(reading);
});

test('what has gone since the list was made leaves its place empty', async () => {
  const me = of.session.operator.id;
  const list = browser();
  register();
  const gone = register();
  register();
  await list.browse(me, asked({}));
  of.desk.stores.records.record.remove({ type: 'appeal', id: gone });
  const { lines, total } = await list.browse(me, asked({}));
  expect(total).toBe(3);
  expect(lines.filter((line) => line === null)).toHaveLength(1);
});

test('in the order of a column up and down, the latest of equals first, names as in the alphabet', async () => {
  const surnames = ['Яценко', 'Єгоров', 'Ївженко', 'Іванова', 'ґанок', 'Гнатюк', 'Дяченко', 'Ємець', 'Жук'];
  const ids = new Map(surnames.map((surname) => [register({ surname }), surname]));
  const up = await all({}, 'applicant.up', 4);
  expect(up.map((id) => ids.get(id))).toEqual(surnames.toSorted(new Intl.Collator('uk').compare));
  expect(await all({}, 'applicant.down', 4)).toEqual(up.toReversed());
  register({ topic: '01.01' });
  const newest = await all({}, 'newest', 100);
  const byTopic = await all({}, 'topic.up', 100);
  const others = (list: readonly string[]) => list.filter((id) => ids.has(id));
  expect(others(byTopic)).toEqual(others(newest));
  for (const order of BrowseOrder.options) expect(new Set(await all({}, order, 3)).size).toBe(10);
});

test.each<[Partial<BrowseFilter>, Said]>([
  [{ urgentOnly: true }, { urgent: true }],
  [{ topicGroup: '01' }, { topic: '01.01' }],
  [{ district: 'bakhmutskyi' }, { district: 'bakhmutskyi' }],
])('%o lets only what it says through', async (filter, said) => {
  register();
  const wanted = register(said);
  register();
  expect(await all(filter, 'newest', 1)).toEqual([wanted]);
  expect(await all({}, 'newest', 10)).toHaveLength(3);
});

test('who has it, whether it was sent on, since when and as what it was received', async () => {
  const mine = register();
  const others = register();
  const me = of.session.operator.id;
  const other = randomUUID();
  const account = { ...of.session.operator, id: other };
  of.desk.stores.records.record.predict({ type: 'operator', id: other, doc: account } as never, 'dn');
  expect(of.act([{ kind: 'appeal.assign', payload: { appeal: others, from: me, to: other } }])).toBeNull();
  expect(await all({ assignee: 'mine' }, 'newest', 5)).toEqual([mine]);
  expect(await all({ assignee: me }, 'oldest', 5)).toEqual([mine]);
  expect(await all({ assignee: other }, 'oldest', 1)).toEqual([others]);
  expect(await all({ assignee: 'nobody' }, 'newest', 5)).toEqual([]);
  expect(await all({ status: 'forwarded' }, 'newest', 5)).toEqual([]);
  const { record } = of.desk.stores.records;
  const old = { ...record.get('appeal', mine), day: '2020-01-01', registeredAt: '2020-01-01T10:00:00.000Z' };
  record.predict({ type: 'appeal', id: mine, doc: old } as never, 'dn');
  expect(await all({ period: 'month' }, 'newest', 5)).toEqual([others]);
  expect(await all({ period: 'today' }, 'oldest', 5)).toEqual([others]);
  expect(await all({ receiptSign: '2.2' }, 'newest', 5)).toEqual([]);
  expect(await all({ receiptSign: '2.1' }, 'newest', 5)).toHaveLength(2);
});

test('list, figure and export are of exactly the same appeals', async () => {
  const me = of.session.operator.id;
  const list = browser();
  for (const district of ['kramatorskyi', 'bakhmutskyi', 'bakhmutskyi', 'pokrovskyi']) register({ district });
  register({ district: 'bakhmutskyi', urgent: true });
  for (const filter of [EVERYTHING, { ...EVERYTHING, district: 'bakhmutskyi' }]) {
    const wanted = { filter, order: 'district.down', language: LANGUAGE } as const;
    const { lines, total } = await list.browse(me, asked(wanted));
    for (const by of FigureBy.options) {
      const figure = await list.figure(me, { wanted, by });
      expect(figure.total).toBe(total);
      expect(figure.parts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    }
    const path = join(of.dir, 'перелік.csv');
    expect(await exportAppeals(of.desk, list, me, { wanted, path })).toEqual({
      ok: true,
      value: { rows: total },
    });
    const [header, ...rows] = csvRows(await readFile(path, 'utf8'));
    expect(header?.cells[0]).toBe('Номер');
    expect(rows.map(({ cells }) => cells[0])).toEqual(lines.map((line) => line?.number));
  }
});

test('a table holds what was said as text, and nothing that is not for other eyes', async () => {
  const said = '=HYPERLINK("http://зло")\nдругий рядок; "у лапках"';
  register({ surname: 'Явний', text: said });
  register({ surname: 'Прихований', confidential: true });
  const { record } = of.desk.stores.records;
  const guarded = register({ surname: 'Захищений' });
  const card = record.get('applicant', record.get('appeal', guarded)?.applicant ?? '');
  record.predict({ type: 'applicant', id: card?.id, doc: { ...card, isProtected: true } } as never, 'dn');
  const path = join(of.dir, 'таблиця.csv');
  const wanted = { filter: EVERYTHING, order: 'oldest', language: LANGUAGE } as const;
  await exportAppeals(of.desk, browser(), of.session.operator.id, { wanted, path });
  const text = await readFile(path, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toContain('Явний');
  for (const hidden of ['Прихований', 'Захищений', 'лише для своїх', '+380'])
    expect(text).not.toContain(hidden);
  const rows = csvRows(text);
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map(({ cells }) => cells.length)).size).toBe(1);
  expect(rows[1]?.cells).toContain(`'${said}`);
});

test('thousands of appeals are counted exactly and shown each once in every order, while others have their turn', async () => {
  const me = of.session.operator.id;
  const { records } = of.desk.stores;
  const first = records.record.get('appeal', register({ surname: 'Проба' }));
  if (first === undefined) throw new Error('nothing was registered');
  const MORE = 2499;
  records.transact(() => {
    for (let index = 0; index < MORE; index += 1) {
      const id = v7();
      // Many of one moment: the id decides, also where a step ends among them.
      const registeredAt = toInstant(Date.UTC(2026, 0, 1) + Math.floor(index / 300) * 1000);
      const number = `ДН-2025-${String(index).padStart(6, '0')}-0`;
      const doc = { ...first, id, registeredAt, number, urgent: index % 7 === 0 };
      records.record.predict({ type: 'appeal', id, doc } as never, REGION);
    }
  });
  const list = browser();
  let turns = 0;
  const passing = setInterval(() => {
    turns += 1;
  }, 0);
  const anywhere = await list.browse(me, asked({}, { from: 1200, limit: 3 }));
  clearInterval(passing);
  expect(anywhere).toMatchObject({ from: 1200, total: MORE + 1 });
  expect(turns).toBeGreaterThan(0);
  for (const order of ['newest', 'oldest', 'number.down', 'priority.up'] as const) {
    const ids = await all({}, order, 500);
    expect(new Set(ids).size).toBe(MORE + 1);
  }
  expect(await all({ urgentOnly: true }, 'number.up', 500)).toHaveLength(Math.ceil(MORE / 7));
  const [top, ...rest] = (await list.browse(me, asked({ order: 'priority.up' }, { limit: 358 }))).lines;
  expect(top?.urgent).toBe(true);
  expect(rest.filter((line) => line?.urgent === false)).toHaveLength(358 - Math.ceil(MORE / 7));
});
