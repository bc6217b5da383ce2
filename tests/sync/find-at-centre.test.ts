import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toInstant } from '../../src-shared/clock.ts';
import { HORIZON_DAYS } from '../../src-shared/replication/age.ts';
import { putRows } from '../support/centreRows.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
let desk: TestWorkstation;

/** An appeal closed so long ago that no workstation holds it, as the centre keeps it. */
async function anAgedAppeal(text: string): Promise<{ appeal: string; number: string }> {
  const [appeal, applicant, entry] = [v7(), v7(), v7()];
  const number = `ДН-2024-${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}-0`;
  const closedAt = toInstant(Date.now() - (HORIZON_DAYS + 5) * 86_400_000);
  const address = { district: '', settlement: 'Зразкове', street: '' };
  const person = {
    id: applicant,
    region: 'dn',
    type: 'person',
    surname: 'Лук’яненко',
    givenName: 'Проба',
    patronymic: '',
    organisation: '',
    phone: '+380671112233',
    address,
    createdAt: closedAt,
  };
  const doc = {
    id: appeal,
    region: 'dn',
    number,
    call: null,
    applicant,
    kind: 'statement',
    topic: '1.1',
    place: address,
    text,
    urgent: false,
    status: 'registered',
    receiptForm: '',
    receiptSign: '',
    subject: '',
    type: '',
    assignee: null,
    registeredBy: v7(),
    registeredAt: closedAt,
    day: closedAt.slice(0, 10),
    forwardings: [],
    closedAt,
  };
  await putRows(server.running.context, [
    { type: 'applicant', id: applicant, doc: person },
    { type: 'appeal', id: appeal, doc },
    {
      type: 'history',
      id: entry,
      doc: {
        id: entry,
        region: 'dn',
        subject: { type: 'appeal', id: appeal },
        kind: 'appeal.register',
        actor: v7(),
        at: closedAt,
        data: {},
      },
    },
  ]);
  return { appeal, number };
}

const find = (text: string, where: 'here' | 'centre') => desk.get('appeal.find', { text, where, limit: 20 });
const idsOf = ({ lines }: { lines: { id: string }[] }) => lines.map(({ id }) => id);

/** Made before any workstation has come, and so long ago that the rule of age applies. */
const aged = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer();
  for (const text of ['Провалля на узбіччі', 'Занедбаний парк', 'Іржавий гойдалковий майданчик'])
    aged.set(text, (await anAgedAppeal(text)).appeal);
  const at = toInstant(Date.now() - (HORIZON_DAYS + 3) * 86_400_000);
  await server.running.context.store.db.updateTable('version_mark').set({ at }).execute();
});
beforeEach(async () => {
  desk = await openTestWorkstation();
  await desk.enrol(server);
  await desk.signIn();
  await desk.settled();
});
afterEach(async () => {
  await desk.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('an appeal that stays at the centre', () => {
  test('is not held here, is found when asked for, opens like any other and stays without a connection', async () => {
    const appeal = aged.get('Провалля на узбіччі') ?? '';
    expect(await desk.get('appeal.get', { appeal })).toBeNull();
    expect(idsOf(await find('провалля', 'here'))).toEqual([]);
    const found = await find('ПРОВАЛЛЯ', 'centre');
    expect([idsOf(found), found.centre, found.more]).toEqual([[appeal], 'searched', false]);
    desk.line.cut();
    const detail = await desk.get('appeal.get', { appeal });
    expect([detail?.applicant?.surname, detail?.history.length]).toEqual(['Лук’яненко', 1]);
    expect(idsOf(await find("лук'яненко провалля", 'here'))).toEqual([appeal]);
    desk = await desk.reopen();
    expect((await desk.get('appeal.get', { appeal }))?.appeal.text).toBe('Провалля на узбіччі');
  });

  test('stays here when a newer version of it comes with a pull', async () => {
    const appeal = aged.get('Занедбаний парк') ?? '';
    await find('занедбаний', 'centre');
    const detail = await desk.get('appeal.get', { appeal });
    await putRows(server.running.context, [
      { type: 'appeal', id: appeal, doc: { ...detail?.appeal, text: 'Доглянутий парк' } },
    ]);
    await desk.get('sync.now', {});
    await desk.until(
      async () => (await desk.get('appeal.get', { appeal }))?.appeal.text === 'Доглянутий парк',
    );
    expect((await desk.get('appeal.get', { appeal }))?.history).toHaveLength(1);
  });
});

describe('a search', () => {
  test('by number finds what was just registered here, however it is written, also before it is sent', async () => {
    desk.line.cut();
    const appeal = randomUUID();
    const { commands } = await desk.submit(aRegisteredCall(randomUUID(), appeal));
    const number = commands.find(({ number }) => number !== null)?.number ?? '';
    const [, , serial = ''] = number.split('-');
    for (const typed of [
      number,
      number.replaceAll('-', ''),
      number.toLowerCase(),
      serial,
      String(Number(serial)),
    ])
      expect(idsOf(await find(typed, 'here')), typed).toContain(appeal);
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    expect(await find(wrong, 'here')).toMatchObject({ lines: [], wrongNumber: true });
  });

  test('without a connection says that only here was searched', async () => {
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal, { text: 'Вибоїна біля школи' }));
    desk.line.cut();
    const found = await find('вибоїна', 'centre');
    expect([idsOf(found), found.centre]).toEqual([[appeal], 'offline']);
  });

  test('of an older centre says that it cannot search', async () => {
    desk.line.intercept(async (path, pass) =>
      path === '/sync/find'
        ? new Response(JSON.stringify({ error: { code: 'not_found' } }), { status: 404 })
        : await pass(),
    );
    expect((await find('будь-що', 'centre')).centre).toBe('unable');
  });

  test('lays own unsent work over what the centre sends', async () => {
    const appeal = aged.get('Іржавий гойдалковий майданчик') ?? '';
    await find('гойдалковий', 'centre');
    desk.line.cut();
    const before = await desk.get('appeal.get', { appeal });
    await desk.submit([
      {
        kind: 'appeal.forward',
        payload: { appeal, authority: 'oda-energy', role: null, channel: 'phone', note: '', again: null },
      },
    ]);
    desk.line.intercept(async (path, pass) => {
      if (path === '/sync/find') return await pass();
      throw new Error('only questions pass');
    });
    desk.line.mend();
    expect((await find('гойдалковий', 'centre')).centre).toBe('searched');
    const after = await desk.get('appeal.get', { appeal });
    expect(after?.appeal.forwardings).toHaveLength((before?.appeal.forwardings.length ?? 0) + 1);
  });
});
