import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
const open: TestWorkstation[] = [];

async function aDesk(login = 'koval'): Promise<TestWorkstation> {
  const made = await openTestWorkstation();
  open.push(made);
  await made.enrol(server, `Стіл ${login}`);
  await made.signIn(login);
  await made.settled();
  return made;
}

const status = (of: TestWorkstation) => of.get('sync.status', {});

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('what the status says', () => {
  test('count and oldest of what waits, the last success over a restart, the limits of the centre', async () => {
    await server.admin('region.limits', { calm: '5', warn: '50' });
    const desk = await aDesk();
    expect((await status(desk)).limits).toEqual({ calmMinutes: 5, warnMinutes: 50 });
    const { lastSuccessAt } = await status(desk);
    desk.line.cut();
    await desk.submit(aRegisteredCall());
    const again = await desk.reopen();
    open.push(again);
    const now = await status(again);
    expect(now.waiting).toBe(4);
    expect(Date.now() - Date.parse(now.oldestWaitingAt ?? '')).toBeLessThan(60_000);
    // Kept on disk at most once a minute: the first exchange of the run before is what a restart still knows.
    expect(Math.abs(Date.parse(now.lastSuccessAt ?? '') - Date.parse(lastSuccessAt ?? ''))).toBeLessThan(
      60_000,
    );
    expect(now.limits).toEqual({ calmMinutes: 5, warnMinutes: 50 });
  });
});

describe("the lead's view of the machines", () => {
  test('names every machine with what it last said; of this one its own figures', async () => {
    const desk = await aDesk('koval');
    const lead = await aDesk('shevchuk');
    const { stations, heardAt } = await lead.get('station.list', {});
    expect(heardAt).not.toBeNull();
    const id = (await desk.get('workstation.state', {})).enrolment?.workstation;
    const theirs = (list: typeof stations) => list.find(({ workstation }) => workstation === id);
    expect(theirs(stations)).toMatchObject({ name: 'Стіл koval', active: true, isSelf: false });
    expect(stations.find(({ isSelf }) => isSelf)).toMatchObject({ name: 'Стіл shevchuk', waiting: 0 });
    // The second hello of a run is the first that says what waits: the first one asks what the centre speaks.
    desk.line.intercept(async (path, pass) => {
      if (path === '/sync/push') throw new Error('nothing goes out');
      return pass();
    });
    await desk.submit(aRegisteredCall());
    await desk.until(async () => (await status(desk)).state === 'offline');
    desk.nudge();
    await lead.until(async () => {
      lead.nudge();
      const line = theirs((await lead.get('station.list', {})).stations);
      return line?.waiting === 4 && line.oldestWaitingAt !== null;
    });
  });

  test('without the centre claims nothing of the others, and is for leads alone', async () => {
    const lead = await aDesk('shevchuk');
    await aDesk('bondar');
    lead.nudge();
    await lead.until(async () =>
      (await lead.get('station.list', {})).stations.some(({ name }) => name === 'Стіл bondar'),
    );
    lead.line.cut();
    const { stations, heardAt } = await lead.get('station.list', {});
    expect(heardAt).toBeNull();
    const other = stations.find(({ name }) => name === 'Стіл bondar');
    expect(other).toMatchObject({ seenAt: null, waiting: null, oldestWaitingAt: null });
    expect(stations.find(({ isSelf }) => isSelf)).toMatchObject({ waiting: 0 });
    await lead.get('session.signOut', {});
    lead.line.mend();
    await lead.signIn('koval');
    expect((await lead.problem('station.list', {})).code).toBe('not_permitted');
  });
});

describe('the receipt of the centre', () => {
  test('is there once the centre has confirmed, with number, outcome and place; elsewhere only the version is known', async () => {
    const desk = await aDesk('koval');
    desk.line.cut();
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    expect(await desk.get('appeal.receipts', { appeal })).toEqual({
      receipts: [],
      version: null,
      ordinal: null,
    });
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    const { receipts, version } = await desk.get('appeal.receipts', { appeal });
    expect(receipts).toMatchObject([{ kind: 'appeal.register', outcome: 'applied', code: null, version }]);
    const witness = await aDesk('shevchuk');
    expect(await witness.get('appeal.receipts', { appeal })).toMatchObject({ receipts: [], version });
  });

  test('of an act that was repeated after a lost answer is one', async () => {
    const desk = await aDesk('koval');
    const appeal = randomUUID();
    const action = randomUUID();
    const commands = aRegisteredCall(randomUUID(), appeal);
    const first = await desk.submit(commands, action);
    for (let press = 0; press < 10; press += 1) expect(await desk.submit(commands, action)).toEqual(first);
    await desk.settled();
    expect((await desk.get('appeal.receipts', { appeal })).receipts).toHaveLength(1);
  });
});
