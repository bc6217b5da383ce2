import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatNumber, parseNumber } from '../../src-shared/number/number.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aCard,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
let desk: TestWorkstation;
const open: TestWorkstation[] = [];

async function aDesk(login = 'koval'): Promise<TestWorkstation> {
  const made = await openTestWorkstation();
  open.push(made);
  await made.enrol(server, `Стіл ${open.length}`);
  await made.signIn(login);
  await made.settled();
  return made;
}

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

const blanksOf = async (of: TestWorkstation) => (await of.get('paper.list', {})).blanks;
const takenAt = new Date(Date.now() - 3600_000).toISOString();

/** Enters a blank as the window does: one command, with the number of the blank and the time of the call. */
function enter(of: TestWorkstation, number: string, appeal: string = randomUUID(), action = randomUUID()) {
  const payload = { appeal, call: null, card: aCard(), paper: { takenAt } };
  const commands = [{ kind: 'appeal.register', payload: payload as Record<string, unknown>, number }];
  return of.call('command.submit', { action, commands, consumes: [] });
}

/** The same number with its last digit wrong, as misheard or mistyped. */
function misheard(number: string): string {
  return number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
}

describe('paper blanks', () => {
  test('come out of the numbers of this workstation, whole, each once, and are passed over by what is typed', async () => {
    const before = (await desk.get('sync.status', {})).numbersFree;
    const { numbers } = await desk.get('paper.take', { count: 50 });
    expect(new Set(numbers).size).toBe(50);
    for (const number of numbers) expect(formatNumber(parseNumber(number) ?? fail())).toBe(number);
    expect((await desk.get('sync.status', {})).numbersFree).toBe(before - 50);
    const { commands } = await desk.submit(aRegisteredCall());
    expect(numbers).not.toContain(commands.find(({ kind }) => kind === 'appeal.register')?.number);
    expect((await blanksOf(desk)).map(({ number, state }) => [number, state]).sort()).toEqual(
      numbers.map((number) => [number, 'open']).sort(),
    );
    await desk.settled();
  });

  test('entered later: the time of the call counts, the time of entry is kept apart, the centre agrees', async () => {
    desk.line.cut();
    const [number = ''] = (await desk.get('paper.take', { count: 3 })).numbers;
    const appeal = randomUUID();
    const entered = await enter(desk, number, appeal);
    expect(entered).toMatchObject({ ok: true, value: { commands: [{ number }] } });
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    const witness = await aDesk('shevchuk');
    const detail = await witness.get('appeal.get', { appeal });
    expect(detail?.appeal).toMatchObject({ number, registeredAt: takenAt });
    expect(Date.parse(detail?.appeal.enteredAt ?? '')).toBeGreaterThan(Date.parse(takenAt));
    expect(detail?.history).toMatchObject([{ kind: 'appeal.register', data: { number, takenAt } }]);
    expect(await blanksOf(desk)).toContainEqual(expect.objectContaining({ number, state: 'used', appeal }));
  });

  test('a digit misheard, another workstation, a used and a spoilt blank are told apart', async () => {
    const [first = '', second = '', third = ''] = (await desk.get('paper.take', { count: 3 })).numbers;
    const check = async (number: string) => (await desk.problem('paper.check', { number })).code;
    expect(await check('бланк номер сім')).toBe('paperNumberShape');
    expect(await check(misheard(first))).toBe('paperNumberDigit');
    const other = await aDesk('bondar');
    expect((await other.problem('paper.check', { number: first })).code).toBe('paperUnknown');
    await enter(desk, first);
    expect(await check(first)).toBe('paperUsed');
    expect(await enter(desk, first)).toMatchObject({ ok: false, error: { code: 'paperUsed' } });
    await desk.get('paper.spoil', { number: second, spoilt: true });
    expect(await check(second)).toBe('paperSpoilt');
    expect(await enter(desk, second)).toMatchObject({ ok: false, error: { code: 'paperSpoilt' } });
    expect((await desk.problem('paper.spoil', { number: first, spoilt: true })).code).toBe('paperUsed');
    await desk.get('paper.spoil', { number: second, spoilt: false });
    expect(await desk.get('paper.check', { number: second })).toEqual({ number: second });
    // As it is typed on the other layout, with spaces.
    const typed = third.toLowerCase().replaceAll('-', ' ');
    expect(await desk.get('paper.check', { number: typed })).toEqual({ number: third });
    await desk.settled();
  });

  test('a repeat of the entry gets the first answer; an entry that a rule refuses leaves the blank open', async () => {
    const [number = ''] = (await desk.get('paper.take', { count: 1 })).numbers;
    const payload = { appeal: randomUUID(), call: null, card: aCard({ text: '' }), paper: { takenAt } };
    const refused = await desk.call('command.submit', {
      action: randomUUID(),
      commands: [{ kind: 'appeal.register', payload, number }],
      consumes: [],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'card_incomplete' } });
    expect((await blanksOf(desk)).find((blank) => blank.number === number)?.state).toBe('open');
    const action = randomUUID();
    const appeal = randomUUID();
    const first = await enter(desk, number, appeal, action);
    expect(first.ok).toBe(true);
    expect(await enter(desk, number, appeal, action)).toEqual(first);
    await desk.settled();
  });

  test('a number is taken from a blank only, and a blank never without its number', async () => {
    const card = aCard();
    const submit = (command: object) =>
      desk.call('command.submit', { action: randomUUID(), commands: [command], consumes: [] });
    const plain = { appeal: randomUUID(), call: null, card };
    const invalid = { ok: false, error: { code: 'invalidInput' } };
    const kind = 'appeal.register';
    expect(await submit({ kind, payload: { ...plain, paper: { takenAt } } })).toMatchObject(invalid);
    const [number = ''] = (await desk.get('paper.take', { count: 1 })).numbers;
    expect(await submit({ kind, payload: plain, number })).toMatchObject(invalid);
  });
});

function fail(): never {
  throw new Error('not a number');
}
