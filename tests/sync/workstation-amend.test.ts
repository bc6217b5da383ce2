import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { FieldValue } from '../../src-shared/conflict/model.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aCard,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

const [KOVAL, BONDAR] = ['0198f000-0000-7000-8000-000000000001', '0198f000-0000-7000-8000-000000000002'];
const TEXT = 'Немає води.\nДім 5.\nПросить зателефонувати.';

let server: TestServer;
let koval: TestWorkstation;
let bondar: TestWorkstation;
let lead: TestWorkstation;
let appeal: string;

const everybody = () => [koval, bondar, lead];

beforeAll(async () => {
  server = await startTestServer();
  const opened: TestWorkstation[] = [];
  for (const login of ['koval', 'bondar', 'shevchuk']) {
    const desk = await openTestWorkstation();
    opened.push(desk);
    await desk.enrol(server, login);
    await desk.signIn(login);
    await desk.settled();
  }
  [koval, bondar, lead] = opened as [TestWorkstation, TestWorkstation, TestWorkstation];
});

afterAll(async () => {
  for (const desk of everybody()) await desk.close();
  await server.close();
  await removeFolders();
});

beforeEach(async () => {
  appeal = randomUUID();
  await koval.submit(aRegisteredCall(randomUUID(), appeal, { text: TEXT }));
  await koval.settled();
  for (const desk of everybody()) await desk.until(async () => (await record(desk)) !== null);
});

afterEach(() => {
  for (const desk of everybody()) {
    desk.line.mend();
    desk.nudge();
  }
});

const record = async (desk: TestWorkstation) => await desk.get('appeal.get', { appeal });

/** [field, what its author saw, what they made of it] */
type Change = [field: string, base: FieldValue, value: FieldValue];

async function amend(desk: TestWorkstation, ...changes: Change[]): Promise<string> {
  const applicant = (await record(desk))?.applicant?.id;
  const done = await desk.submit([
    {
      kind: 'appeal.amend',
      payload: { appeal, applicant, changes: changes.map(([field, , value]) => ({ field, value })) },
      base: changes.map(([field, value]) => ({ field, value })),
    },
  ]);
  return done.commands[0]?.id ?? '';
}

/** What concerns the appeal of the test; the count of the status bar always agrees with the whole list. */
async function attention(desk: TestWorkstation): Promise<AttentionItem[]> {
  const { items } = await desk.get('attention.list', {});
  expect((await desk.get('sync.status', {})).attention).toBe(items.length);
  return items.filter((item) => item.payload.appeal === appeal || item.payload.conflict !== undefined);
}

/** The line comes back and everything is exchanged. */
async function exchange(...desks: TestWorkstation[]): Promise<void> {
  for (const desk of desks) {
    desk.line.mend();
    const { lastSuccessAt } = await desk.get('sync.status', {});
    desk.nudge();
    await desk.until(async () => {
      const status = await desk.get('sync.status', {});
      return status.state === 'connected' && status.waiting === 0 && status.lastSuccessAt !== lastSuccessAt;
    });
  }
}

/** What everybody sees once everything is exchanged, twice so that each has the last one's. */
async function converge(): Promise<void> {
  await exchange(...everybody(), ...everybody());
}

describe('two workstations amend one appeal without a line', () => {
  test('different fields: both land, nobody is asked', async () => {
    koval.line.cut();
    bondar.line.cut();
    await amend(koval, ['topic', '1.1', '2.1']);
    await amend(bondar, ['applicant.phone', '+380501234567', '+380671112233'], ['urgent', false, true]);
    await converge();
    for (const desk of everybody()) {
      expect(await record(desk)).toMatchObject({
        appeal: { topic: '2.1', urgent: true },
        applicant: { phone: '+380671112233' },
        delivery: 'accepted',
        conflicts: [],
      });
      expect(await attention(desk)).toEqual([]);
    }
  });

  test('different paragraphs of the text are joined', async () => {
    koval.line.cut();
    bondar.line.cut();
    await amend(koval, ['text', TEXT, TEXT.replace('Дім 5.', 'Дім 5, під’їзд 2.')]);
    await amend(bondar, ['text', TEXT, `${TEXT}\nТелефонувати після 18:00.`]);
    await converge();
    for (const desk of everybody()) {
      expect((await record(desk))?.appeal.text).toBe(
        'Немає води.\nДім 5, під’їзд 2.\nПросить зателефонувати.\nТелефонувати після 18:00.',
      );
      expect(await attention(desk)).toEqual([]);
    }
  });

  test('the same field: what came first stands, both values wait for a person, whole', async () => {
    koval.line.cut();
    bondar.line.cut();
    await amend(koval, ['topic', '1.1', '2.1']);
    const clash = await amend(bondar, ['topic', '1.1', '3.1'], ['urgent', false, true]);
    await exchange(koval);
    await converge();
    const expected = {
      command: clash,
      kind: 'appeal.amend',
      reason: 'conflicted',
      state: 'open',
      known: 'centre',
      actor: BONDAR,
      appeal: { id: appeal, assignee: KOVAL },
      conflicts: [
        {
          field: 'topic',
          base: '1.1',
          server: '2.1',
          mine: '3.1',
          serverName: 'Коваль Олена',
          mineName: 'Бондар Тарас',
        },
      ],
    };
    expect(await attention(bondar)).toMatchObject([expected]);
    expect(await attention(lead)).toMatchObject([expected]);
    expect(await attention(koval)).toEqual([]);
    for (const desk of everybody()) {
      expect(await record(desk)).toMatchObject({
        appeal: { topic: '2.1', urgent: true },
        conflicts: [BONDAR],
      });
    }

    // The author chooses without a line: gone from the own list at once, from everybody's after the exchange.
    bondar.line.cut();
    const conflict = (await attention(bondar))[0]?.conflicts[0];
    const { id, applicant, mine: value, server: expectedValue } = conflict ?? {};
    const payload = { conflict: id, appeal, applicant, choice: 'mine', value, expected: expectedValue };
    await bondar.submit([{ kind: 'conflict.resolve', payload }]);
    expect(await attention(bondar)).toEqual([]);
    expect((await attention(lead)).length).toBe(1);
    await converge();
    for (const desk of everybody()) {
      expect(await record(desk)).toMatchObject({ appeal: { topic: '3.1' }, conflicts: [] });
      expect(await attention(desk)).toEqual([]);
    }
  });

  test('two choose at the same time: one is first, the other is told who', async () => {
    bondar.line.cut();
    await amend(koval, ['topic', '1.1', '2.1']);
    await exchange(koval);
    await amend(bondar, ['topic', '1.1', '3.1']);
    await converge();
    bondar.line.cut();
    lead.line.cut();
    const { id, applicant } = (await attention(lead))[0]?.conflicts[0] ?? {};
    const choose = (choice: string, value: string) => ({
      kind: 'conflict.resolve',
      payload: { conflict: id, appeal, applicant, choice, value, expected: '2.1' },
    });
    await lead.submit([choose('other', '4.1')]);
    await bondar.submit([choose('mine', '3.1')]);
    await exchange(lead);
    await converge();
    for (const desk of everybody()) expect((await record(desk))?.appeal.topic).toBe('4.1');
    expect(await attention(bondar)).toMatchObject([
      { kind: 'conflict.resolve', reason: 'refused', code: 'conflict_resolved' },
    ]);
    const [refused] = await attention(bondar);
    await bondar.submit([
      { kind: 'attention.settle', payload: { command: refused?.command, way: 'kept_server' } },
    ]);
    await converge();
    for (const desk of everybody()) expect(await attention(desk)).toEqual([]);
  });

  test('a chain of edits leaves one conflict, and one line in the list', async () => {
    bondar.line.cut();
    await amend(koval, ['topic', '1.1', '2.1']);
    await exchange(koval);
    await amend(bondar, ['topic', '1.1', '3.1']);
    const last = await amend(bondar, ['topic', '3.1', '4.1']);
    await converge();
    expect(await attention(lead)).toMatchObject([
      { command: last, conflicts: [{ base: '1.1', server: '2.1', mine: '4.1' }] },
    ]);
    const { applicant, id } = (await attention(lead))[0]?.conflicts[0] ?? {};
    const payload = { conflict: id, appeal, applicant, choice: 'server', value: '2.1', expected: '2.1' };
    await lead.submit([{ kind: 'conflict.resolve', payload }]);
    await converge();
    for (const desk of everybody()) expect(await attention(desk)).toEqual([]);
  });
});

describe('a case reassigned while its operator edits it without a line', () => {
  test('the new owner stays, the edit stays under its author, both are told', async () => {
    koval.line.cut();
    const edit = await amend(koval, ['text', TEXT, `${TEXT}\nДодано без зв’язку.`]);
    const assign = { appeal, from: KOVAL, to: BONDAR };
    const [given] = (await lead.submit([{ kind: 'appeal.assign', payload: assign }])).commands;
    await exchange(lead);
    await converge();
    for (const desk of everybody()) {
      const shown = await record(desk);
      expect(shown?.appeal).toMatchObject({ assignee: BONDAR, text: `${TEXT}\nДодано без зв’язку.` });
      expect(shown?.history.find(({ id }) => id === edit)).toMatchObject({
        kind: 'appeal.amend',
        actor: KOVAL,
      });
      expect(await attention(desk)).toEqual([]);
    }
    const noticesOf = async (desk: TestWorkstation) =>
      (await desk.get('notice.list', {})).notices
        .filter((notice) => notice.appeal === appeal)
        .map(({ id, kind, byName }) => [id, kind, byName]);
    expect(await noticesOf(koval)).toEqual([[given?.id, 'taken', 'Шевчук Ірина']]);
    expect((await noticesOf(bondar)).sort()).toEqual(
      [
        [edit, 'amended', 'Коваль Олена'],
        [given?.id, 'assigned', 'Шевчук Ірина'],
      ].sort(),
    );
    expect(koval.events.some(({ name }) => name === 'notice.changed')).toBe(true);
    await koval.get('notice.seen', { notice: given?.id ?? '' });
    expect(await noticesOf(koval)).toEqual([]);
  });
});

describe('a command the centre refused', () => {
  /** Koval forwards what somebody has forwarded already; refused on arrival. */
  async function aRefusal(): Promise<string> {
    koval.line.cut();
    const payload = {
      appeal,
      authority: 'water-utility',
      role: null,
      channel: 'phone',
      note: 'Черговій',
      again: null,
    };
    const mine = await koval.submit([{ kind: 'appeal.forward', payload }]);
    await bondar.submit([{ kind: 'appeal.forward', payload: { ...payload, note: '' } }]);
    await exchange(bondar);
    await converge();
    return mine.commands[0]?.id ?? '';
  }

  test('stays with its author and the lead, on any workstation, until somebody finds a way on', async () => {
    const command = await aRefusal();
    const expected = { command, kind: 'appeal.forward', reason: 'refused', code: 'already_forwarded' };
    expect(await attention(koval)).toMatchObject([{ ...expected, payload: { note: 'Черговій' } }]);
    expect(await attention(lead)).toMatchObject([expected]);
    expect(await attention(bondar)).toEqual([]);
    expect((await record(koval))?.delivery).toBe('refused');
    await bondar.signIn('koval');
    expect(await attention(bondar)).toMatchObject([expected]);
    await bondar.signIn('bondar');

    await koval.submit([{ kind: 'attention.settle', payload: { command, hand: true } }]);
    await converge();
    expect(await attention(lead)).toMatchObject([{ command, state: 'handed' }]);
    expect((await lead.get('attention.list', {})).items[0]?.state).toBe('handed');
    await lead.submit([{ kind: 'attention.settle', payload: { command, way: 'discarded' } }]);
    await converge();
    for (const desk of everybody()) expect(await attention(desk)).toEqual([]);
    const shown = await record(koval);
    expect(shown?.delivery).toBe('accepted');
    // Kept for ever: who gave it up, and whose it was.
    expect(
      shown?.history.filter(({ kind }) => kind === 'attention.settle').map(({ data }) => data.way),
    ).toEqual(['handed', 'discarded']);
  });

  test('leaves the list in the act that sends it again, corrected', async () => {
    const command = await aRefusal();
    await koval.submit([
      {
        kind: 'appeal.forward',
        payload: {
          appeal,
          authority: 'oda-energy',
          role: null,
          channel: 'phone',
          note: 'Черговій',
          again: null,
        },
      },
      { kind: 'attention.settle', payload: { command, way: 'sent_again' } },
    ]);
    expect(await attention(koval)).toEqual([]);
    await converge();
    for (const desk of everybody()) expect(await attention(desk)).toEqual([]);
    expect((await record(lead))?.appeal.forwardings.map(({ authority }) => authority)).toEqual([
      'water-utility',
      'oda-energy',
    ]);
  });

  test('a registration corrected where it was made keeps the number told to the caller', async () => {
    koval.line.cut();
    // Registered twice under one identity, as by a fault of a window: the second one is refused on arrival.
    const twin = randomUUID();
    const register = (id: string) => ({
      kind: 'appeal.register',
      payload: { appeal: id, call: null, card: aCard() },
    });
    const mine = (await koval.submit([register(twin)])).commands[0];
    await bondar.submit([register(twin)]);
    await exchange(bondar);
    await converge();
    const items = async (desk: TestWorkstation) =>
      (await desk.get('attention.list', {})).items.filter(({ command }) => command === mine?.id);
    expect(await items(koval)).toMatchObject([
      { code: 'appeal_exists', number: mine?.number, keepsNumber: true },
    ]);
    expect(await items(lead)).toMatchObject([{ number: mine?.number, keepsNumber: false }]);
    const again = (number: string | null | undefined) => [
      { ...register(randomUUID()), number: number ?? '' },
      { kind: 'attention.settle', payload: { command: mine?.id, way: 'sent_again' } },
    ];
    const elsewhere = { action: randomUUID(), commands: again(mine?.number), consumes: [] };
    expect((await lead.problem('command.submit', elsewhere)).code).toBe('invalidInput');
    const done = await koval.submit(again(mine?.number));
    expect(done.commands[0]?.number).toBe(mine?.number);
    await converge();
    for (const desk of everybody()) expect(await items(desk)).toEqual([]);
    const { lines } = await lead.get('appeal.list', { scope: 'all', urgentOnly: false, limit: 500 });
    expect(lines.filter(({ number }) => number === mine?.number)).toMatchObject([{ delivery: 'accepted' }]);
  });
});
