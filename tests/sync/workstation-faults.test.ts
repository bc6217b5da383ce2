import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../src-main/data/sync/transport.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aFolder,
  aLine,
  anAnswer,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
let desk: TestWorkstation;
const open: TestWorkstation[] = [];

/** A workstation that is enrolled, signed in and up to date. */
async function aDesk(
  login = 'koval',
  options: Parameters<typeof openTestWorkstation>[0] = {},
): Promise<TestWorkstation> {
  const made = await openTestWorkstation(options);
  open.push(made);
  await made.enrol(server, login);
  await made.signIn(login);
  await made.settled();
  return made;
}

const all = { scope: 'all', urgentOnly: false, limit: 500 } as const;
const totalOf = async (of: TestWorkstation) => (await of.get('appeal.list', all)).total;
const status = (of: TestWorkstation) => of.get('sync.status', {});

/** How often the centre holds an appeal: asked of a workstation that has never seen it. */
async function historyAtCentre(appeal: string): Promise<string[]> {
  const witness = await aDesk('shevchuk');
  const detail = await witness.get('appeal.get', { appeal });
  return detail?.history.map(({ kind }) => kind) ?? [];
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

describe('push', () => {
  test('killed after the commit at the centre, before the answer: exactly one record, and its outcome', async () => {
    const appeal = randomUUID();
    const lost = new Promise<void>((resolve) => {
      desk.line.intercept(async (path, pass) => {
        if (path !== '/sync/push') return pass();
        await pass();
        resolve();
        throw new Error('answer lost');
      });
    });
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await lost;
    desk.line.cut();
    const before = await desk.get('appeal.get', { appeal });
    await desk.close();
    open.splice(0);
    desk.line.intercept(null);
    desk.line.mend();
    desk = await openTestWorkstation({ dir: desk.dir, key: desk.key, line: desk.line });
    open.push(desk);
    await desk.settled();
    const after = await desk.get('appeal.get', { appeal });
    expect(after?.appeal).toEqual(before?.appeal);
    expect(after?.delivery).toBe('accepted');
    expect(await historyAtCentre(appeal)).toEqual(['appeal.register']);
  });

  test('the answer to a push empties nothing; the last page of the pull does', async () => {
    let pushed = false;
    desk.line.intercept(async (path, pass) => {
      if (path === '/sync/pull' && pushed) throw new Error('no pull yet');
      const answer = await pass();
      if (path === '/sync/push') pushed = true;
      return answer;
    });
    await desk.submit(aRegisteredCall());
    await desk.until(async () => pushed && (await status(desk)).state === 'offline');
    expect((await status(desk)).waiting).toBe(4);
    desk.line.intercept(null);
    desk.nudge();
    await desk.settled();
  });

  test('413: batches halve; a single command too large for the way goes to attention, the rest flows', async () => {
    desk.line.cut();
    const call = randomUUID();
    const text = 'дуже довгий рядок '.repeat(200);
    await desk.submit([
      { kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } },
      { kind: 'call.note', payload: { call, lines: Array.from({ length: 10 }, () => ({ atMs: 0, text })) } },
    ]);
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    desk.line.intercept(async (path, pass, body) =>
      path === '/sync/push' && body.length > 20_000 ? anAnswer(413, '<html>too large</html>') : pass(),
    );
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    const { items } = await desk.get('attention.list', {});
    expect(items).toMatchObject([{ kind: 'call.note', reason: 'refused', code: 'oversize' }]);
    expect(JSON.stringify(items[0]?.payload)).toContain(text);
    expect((await desk.get('appeal.get', { appeal }))?.delivery).toBe('accepted');
    expect((await status(desk)).attention).toBe(1);
    await desk.submit([
      { kind: 'attention.settle', payload: { command: items[0]?.command, way: 'discarded' } },
    ]);
    expect((await desk.get('attention.list', {})).items).toEqual([]);
    await desk.settled();
    expect((await desk.get('attention.list', {})).items).toEqual([]);
  });

  test('a command given while an exchange is under way is sent without anything else happening', async () => {
    let second: Promise<unknown> | undefined;
    desk.line.intercept(async (path, pass) => {
      const answer = await pass();
      if (path === '/sync/pull') second ??= desk.submit(aRegisteredCall());
      return answer;
    });
    await desk.submit(aRegisteredCall());
    await desk.until(async () => second !== undefined && (await status(desk)).waiting === 0);
    await desk.settled();
  });
});

describe('what is not ours is no connection', () => {
  const answers: [string, () => HttpAnswer][] = [
    ['a captive page', () => anAnswer(200, '<html><body>Wi-Fi</body></html>')],
    ['an empty 200', () => anAnswer(200, '')],
    ['a redirect', () => anAnswer(302, '', { location: 'http://portal.example/' })],
    ['JSON of somebody else', () => anAnswer(200, '{"status":"ok"}')],
    ['a portal that wants a login', () => anAnswer(401, '<html>login</html>')],
    ['an echo of another request', () => anAnswer(200, JSON.stringify({ request: randomUUID() }))],
  ];
  test.each(answers)('%s: outbox unchanged, offline, work goes on', async (_name, answer) => {
    desk.line.intercept(async () => answer());
    await desk.submit(aRegisteredCall());
    await desk.until(async () => (await status(desk)).state === 'offline');
    expect(await status(desk)).toMatchObject({ waiting: 4, trouble: 'foreignAnswer' });
    expect((await status(desk)).nextAttemptAt).not.toBeNull();
    desk.line.intercept(null);
    await desk.settled();
  });

  test('the centre asks to sign in again: nothing is lost, work goes on', async () => {
    desk.line.intercept(async () => anAnswer(401, JSON.stringify({ error: { code: 'unauthorised' } })));
    await desk.submit(aRegisteredCall());
    await desk.until(async () => (await status(desk)).state === 'signIn');
    await desk.submit(aRegisteredCall());
    expect((await status(desk)).waiting).toBe(8);
    desk.line.intercept(null);
    await desk.settled();
  });
});

describe('the queue moves', () => {
  test('with the timer alone: every wake-up lost, nobody does anything', async () => {
    const deaf = await aDesk('bondar', { line: aLine(true), timing: { pollMs: 100 } });
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await deaf.until(async () => (await deaf.get('appeal.get', { appeal })) !== null);
  });

  test('with events alone: the timer is far away, the network comes back', async () => {
    const slow = await aDesk('bondar', { timing: { backoffFirstMs: 600_000, backoffMostMs: 600_000 } });
    slow.line.cut();
    await slow.submit(aRegisteredCall());
    await slow.until(async () => (await status(slow)).state === 'offline');
    slow.line.mend();
    slow.nudge();
    await slow.settled();
    slow.line.cut();
    await slow.submit(aRegisteredCall());
    await slow.until(async () => (await status(slow)).state === 'offline');
    slow.line.mend();
    await slow.submit(aRegisteredCall());
    await slow.settled();
  });

  test('a request that hangs on a dead network is given up when the network changes', async () => {
    let hangs: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      hangs = resolve;
    });
    desk.line.intercept((path, pass) => {
      if (path !== '/sync/push') return pass();
      hangs();
      return new Promise((_resolve, reject) =>
        desk.line.lastSignal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    });
    await desk.submit(aRegisteredCall());
    await hanging;
    desk.line.intercept(null);
    desk.nudge();
    await desk.settled();
  });
});

describe('judgement', () => {
  test('a refusal reaches the screen and attention, whole; what follows is not blocked', async () => {
    const lead = await aDesk('shevchuk');
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await desk.settled();
    await lead.until(async () => (await lead.get('appeal.get', { appeal })) !== null);
    const other = await aDesk('shevchuk');
    const { operators } = await lead.get('operator.list', {});
    const idOf = (name: string) => operators.find((operator) => operator.name.startsWith(name))?.id;
    const from = idOf('Коваль');

    lead.line.cut();
    const mine = { kind: 'appeal.assign', payload: { appeal, from, to: idOf('Бондар') } };
    await lead.submit([mine]);
    expect((await lead.get('appeal.get', { appeal }))?.appeal.assignee).toBe(idOf('Бондар'));
    await other.submit([{ kind: 'appeal.assign', payload: { appeal, from, to: idOf('Шевчук') } }]);
    await other.settled();
    const next = randomUUID();
    await lead.submit(aRegisteredCall(randomUUID(), next));

    lead.line.mend();
    lead.nudge();
    await lead.settled();
    const shown = await lead.get('appeal.get', { appeal });
    expect(shown).toMatchObject({ delivery: 'refused', refusal: { code: 'already_assigned' } });
    expect(shown?.appeal.assignee).toBe(idOf('Шевчук'));
    const { items } = await lead.get('attention.list', {});
    expect(items.filter((item) => item.appeal?.id === appeal)).toMatchObject([
      { kind: 'appeal.assign', reason: 'refused', code: 'already_assigned', payload: mine.payload },
    ]);
    expect(lead.events.some(({ name }) => name === 'records.changed')).toBe(true);
    expect((await lead.get('appeal.get', { appeal: next }))?.delivery).toBe('accepted');
  });
});

describe('copies', () => {
  test('a copied database becomes a new client; neither loses anything, no number comes twice', async () => {
    desk.line.cut();
    const common = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), common));
    await desk.close();
    open.splice(0);
    const copyDir = await aFolder();
    await cp(desk.dir, copyDir, { recursive: true });
    const original = await openTestWorkstation({ dir: desk.dir, key: desk.key });
    const copy = await openTestWorkstation({ dir: copyDir, key: desk.key });
    open.push(original, copy);
    const appeals = [randomUUID(), randomUUID()];
    await original.submit(aRegisteredCall(randomUUID(), appeals[0]));
    await original.settled();
    await copy.submit(aRegisteredCall(randomUUID(), appeals[1]));
    await copy.settled();
    // What the copy sent may have come before this one's wake-up socket was open: the poll would bring it, a minute later.
    original.nudge();
    await original.until(async () => (await totalOf(original)) === (await totalOf(copy)));
    for (const appeal of [common, ...appeals]) {
      const [one, two] = await Promise.all([original, copy].map((of) => of.get('appeal.get', { appeal })));
      expect(two?.appeal ?? null).toEqual(one?.appeal ?? null);
    }
    expect(await historyAtCentre(common)).toEqual(['appeal.register']);
  });
});
