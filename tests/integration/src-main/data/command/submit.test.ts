import { randomUUID } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isProvisional, parseNumber } from '../../../../../src-shared/number/number.ts';
import { startTestServer, type TestServer } from '../../../../support/server.ts';
import {
  aCard,
  aLine,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../../../../support/workstation.ts';

let server: TestServer;
let desk: TestWorkstation;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  desk = await openTestWorkstation();
  await desk.enrol(server);
  await desk.signIn();
  await desk.settled();
  desk.line.cut();
});
afterEach(() => desk.close());
afterAll(async () => {
  await server.close();
  await removeFolders();
});

const register = (appeal: string) => ({
  kind: 'appeal.register',
  payload: { appeal, call: null, card: aCard() },
});
const all = { scope: 'all', urgentOnly: false, limit: 500 } as const;

/** Everything the screens of this workstation show. */
async function view(of: TestWorkstation) {
  const appeals = await of.get('appeal.list', all);
  const details = await Promise.all(appeals.lines.map(({ id }) => of.get('appeal.get', { appeal: id })));
  const settle = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('"sending"', '"waiting"'));
  return settle({ appeals, details, calls: await of.get('call.list', { scope: 'all', limit: 500 }) });
}

describe('one act', () => {
  test('given twice under one action is done once, also at the same time', async () => {
    const before = (await desk.get('appeal.list', all)).total;
    const action = randomUUID();
    const commands = aRegisteredCall();
    const [first, second] = await Promise.all([desk.submit(commands, action), desk.submit(commands, action)]);
    expect(second).toEqual(first);
    desk = await desk.reopen();
    expect(await desk.submit(commands, action)).toEqual(first);
    expect((await desk.get('appeal.list', all)).total).toBe(before + 1);
    expect((await desk.get('sync.status', {})).waiting).toBe(4);
  });

  test('is done whole or not at all: a refusal leaves nothing behind, not even a number', async () => {
    const status = await desk.get('sync.status', {});
    const appeal = randomUUID();
    const refused = await desk.problem('command.submit', {
      action: randomUUID(),
      commands: [
        register(appeal),
        { kind: 'call.note', payload: { call: randomUUID(), lines: [{ atMs: 0, text: '' }] } },
      ],
      consumes: [],
    });
    expect(refused.code).toBe('call_unknown');
    expect(await desk.get('appeal.get', { appeal })).toBeNull();
    const after = await desk.get('sync.status', {});
    expect([after.waiting, after.numbersFree]).toEqual([status.waiting, status.numbersFree]);
    expect((await desk.submit([register(appeal)])).commands[0]?.number).not.toBeNull();
  });

  test('a mistake in the card names the field; an unknown command is no act', async () => {
    const card = aCard({ text: '' });
    const submit = (kind: string, payload: Record<string, unknown>) =>
      desk.problem('command.submit', { action: randomUUID(), commands: [{ kind, payload }], consumes: [] });
    expect(await submit('appeal.register', { appeal: randomUUID(), call: null, card })).toEqual({
      code: 'card_incomplete',
      data: { field: 'text' },
    });
    expect((await submit('appeal.vanish', {})).code).toBe('invalidInput');
    expect((await submit('call.start', { call: 'no id' })).code).toBe('invalidInput');
    const lines = Array.from({ length: 100 }, (_, n) => ({ atMs: n, text: 'я'.repeat(3000) }));
    const call = randomUUID();
    await desk.submit([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
    expect((await submit('call.note', { call, lines })).code).toBe('oversize');
  });

  test('nothing is answered without a sign-in, and nothing outside the contract', async () => {
    await desk.get('session.signOut', {});
    const submit = { action: randomUUID(), commands: [register(randomUUID())], consumes: [] };
    const inputs = {
      'appeal.list': all,
      'call.today': {},
      'attention.list': {},
      'operator.list': {},
      'command.submit': submit,
    };
    for (const [channel, input] of Object.entries(inputs)) {
      expect(await desk.call(channel, input)).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
    }
    for (const name of ['settings.get', 'nonsense', 'toString', '__proto__']) {
      expect(await desk.call(name, {})).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
    }
    expect(await desk.call('sync.status', { extra: 1 })).toMatchObject({ ok: false });
  });
});

describe('numbers', () => {
  test('beyond the leased blocks the own series goes on, visibly provisional, none twice', async () => {
    const { numbersFree } = await desk.get('sync.status', {});
    const numbers: string[] = [];
    for (let n = 0; n < numbersFree + 3; n += 50) {
      const size = Math.min(50, numbersFree + 3 - n);
      const done = await desk.submit(Array.from({ length: size }, () => register(randomUUID())));
      numbers.push(...done.commands.map(({ number }) => number ?? ''));
    }
    expect(new Set(numbers).size).toBe(numbersFree + 3);
    expect(numbers.map((number) => isProvisional(number))).toEqual([
      ...Array.from({ length: numbersFree }, () => false),
      true,
      true,
      true,
    ]);
    expect(numbers.slice(-3).map((number) => parseNumber(number)?.serial)).toEqual([1, 2, 3]);
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    expect((await desk.get('attention.list', {})).items).toEqual([]);
    expect((await desk.get('sync.status', {})).numbersFree).toBeGreaterThan(0);
  });
});

describe('restart', () => {
  test('the view with a hundred waiting commands is the same before and after', async () => {
    for (let n = 0; n < 25; n += 1) await desk.submit(aRegisteredCall());
    expect((await desk.get('sync.status', {})).waiting).toBe(100);
    const before = await view(desk);
    desk = await desk.reopen();
    expect(await view(desk)).toEqual(before);
  });

  test('a crash between the two files hides nothing: the records step back, the act is shown again', async () => {
    await desk.close();
    const records = join(desk.dir, 'records.db');
    await copyFile(records, `${records}.copy`);
    desk = await openTestWorkstation({ dir: desk.dir, key: desk.key, line: desk.line });
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    const before = await view(desk);
    await desk.close();
    await rm(`${records}-wal`, { force: true });
    await copyFile(`${records}.copy`, records);
    desk = await openTestWorkstation({ dir: desk.dir, key: desk.key, line: desk.line });
    expect(await view(desk)).toEqual(before);
  });

  test('a crash between applying the last page and emptying the outbox: the same view, sent once', async () => {
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await desk.close();
    const intent = join(desk.dir, 'intent.db');
    await copyFile(intent, `${intent}.copy`);
    desk = await openTestWorkstation({ dir: desk.dir, key: desk.key });
    await desk.settled();
    const confirmed = await desk.get('appeal.get', { appeal });
    await desk.close();
    await copyFile(`${intent}.copy`, intent);
    const line = aLine();
    line.cut();
    desk = await openTestWorkstation({ dir: desk.dir, key: desk.key, line });
    expect((await desk.get('appeal.get', { appeal }))?.appeal).toEqual(confirmed?.appeal);
    expect((await desk.get('sync.status', {})).waiting).toBe(4);
    line.mend();
    desk.nudge();
    await desk.settled();
    expect(await desk.get('appeal.get', { appeal })).toEqual(confirmed);
  });

  test('lost records still show the confirmed work of this workstation, offline too', async () => {
    const line = desk.line;
    line.mend();
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    desk.nudge();
    await desk.settled();
    const confirmed = await desk.get('appeal.get', { appeal });
    await desk.close();
    await rm(join(desk.dir, 'records.db'));
    const offline = aLine();
    offline.cut();
    desk = await openTestWorkstation({ dir: desk.dir, key: desk.key, line: offline });
    expect((await desk.get('appeal.get', { appeal }))?.appeal).toEqual(confirmed?.appeal);
    offline.mend();
    desk.nudge();
    await desk.settled();
    expect(await desk.get('appeal.get', { appeal })).toEqual(confirmed);
  });
});
