import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { browseAppeals } from '../../../../../src-main/data/query/browseAppeals.ts';
import { type Browse, type BrowseFilter, EVERYTHING } from '../../../../../src-shared/appeal/browse.ts';
import type { AppealCard } from '../../../../../src-shared/appeal/model.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
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
}

/** Registers an appeal; gives its id. */
function register({ topic = '08.01', district = 'kramatorskyi', urgent = false }: Said = {}): string {
  const appeal = randomUUID();
  const card = aCard({ topic }) as AppealCard;
  const place = { ...card.place, district };
  const applicant = { ...card.applicant, id: randomUUID() };
  const payload = { appeal, call: null, card: { ...card, applicant, place, urgent, urgentReason: 'Діти.' } };
  expect(of.act([{ kind: 'appeal.register', payload }])).toBeNull();
  return appeal;
}

function page(
  filter: Partial<BrowseFilter>,
  after: Browse['next'] = null,
  order: 'newest' | 'oldest' = 'newest',
  limit = 100,
): Browse {
  const me = of.session.operator.id;
  return browseAppeals(of.desk, () => false, me, {
    filter: { ...EVERYTHING, ...filter },
    order,
    after,
    limit,
  });
}

function all(filter: Partial<BrowseFilter>, order: 'newest' | 'oldest', limit: number): string[] {
  const ids: string[] = [];
  let after: Browse['next'] = null;
  do {
    const { lines, next } = page(filter, after, order, limit);
    expect(lines.length).toBeLessThanOrEqual(limit);
    ids.push(...lines.map(({ id }) => id));
    after = next;
  } while (after !== null);
  return ids;
}

test('pages of any size join into the whole list, each appeal once, in both orders', () => {
  const ids = Array.from({ length: 7 }, () => register());
  // All of them may have been registered in one millisecond: the id decides then.
  for (const limit of [1, 2, 3, 7, 8]) {
    const newest = all({}, 'newest', limit);
    expect(newest.toSorted()).toEqual(ids.toSorted());
    expect(all({}, 'oldest', limit)).toEqual(newest.toReversed());
  }
});

test('a page goes on where the last one ended although a new appeal stands above it', () => {
  const before = Array.from({ length: 4 }, () => register());
  const first = page({}, null, 'newest', 2);
  register();
  const second = page({}, first.next, 'newest', 10);
  expect([...first.lines, ...second.lines].map(({ id }) => id).toSorted()).toEqual(before.toSorted());
});

test.each<[Partial<BrowseFilter>, Said]>([
  [{ urgentOnly: true }, { urgent: true }],
  [{ topicGroup: '01' }, { topic: '01.01' }],
  [{ district: 'bakhmutskyi' }, { district: 'bakhmutskyi' }],
])('%o lets only what it says through', (filter, said) => {
  register();
  const wanted = register(said);
  register();
  expect(all(filter, 'newest', 1)).toEqual([wanted]);
  expect(all({}, 'newest', 10)).toHaveLength(3);
});

test('who has it, whether it was sent on, since when and as what it was received', () => {
  const mine = register();
  const others = register();
  const me = of.session.operator.id;
  const other = randomUUID();
  const account = { ...of.session.operator, id: other };
  of.desk.stores.records.record.predict({ type: 'operator', id: other, doc: account } as never, 'dn');
  expect(of.act([{ kind: 'appeal.assign', payload: { appeal: others, from: me, to: other } }])).toBeNull();
  expect(all({ assignee: 'mine' }, 'newest', 5)).toEqual([mine]);
  expect(all({ assignee: me }, 'oldest', 5)).toEqual([mine]);
  expect(all({ assignee: other }, 'oldest', 1)).toEqual([others]);
  expect(all({ assignee: 'nobody' }, 'newest', 5)).toEqual([]);
  expect(all({ status: 'forwarded' }, 'newest', 5)).toEqual([]);
  const { record } = of.desk.stores.records;
  const old = { ...record.get('appeal', mine), day: '2020-01-01', registeredAt: '2020-01-01T10:00:00.000Z' };
  record.predict({ type: 'appeal', id: mine, doc: old } as never, 'dn');
  expect(all({ period: 'month' }, 'newest', 5)).toEqual([others]);
  expect(all({ period: 'today' }, 'oldest', 5)).toEqual([others]);
  expect(all({ receiptSign: '2.2' }, 'newest', 5)).toEqual([]);
  expect(all({ receiptSign: '2.1' }, 'newest', 5)).toHaveLength(2);
});
