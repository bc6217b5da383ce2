import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseNumber } from '../../src-shared/number/number.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aClock,
  aLine,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

const DAY = 24 * 3600_000;
const YEARS = 10 * 365 * DAY;

let server: TestServer;
const open: TestWorkstation[] = [];

async function aDesk(login = 'koval', clock = aClock()): Promise<TestWorkstation> {
  const made = await openTestWorkstation({ clock, line: aLine() });
  open.push(made);
  await made.enrol(server, login);
  await made.signIn(login);
  await made.settled();
  return made;
}

/** Starts it again with the cable pulled, so that nothing is measured in the new run. */
async function offlineAgain(desk: TestWorkstation): Promise<TestWorkstation> {
  desk.line.cut();
  const again = await desk.reopen();
  open.push(again);
  return again;
}

async function backOnline(desk: TestWorkstation): Promise<void> {
  desk.line.mend();
  desk.nudge();
  await desk.settled();
}

const detailOf = (of: TestWorkstation, appeal: string) => of.get('appeal.get', { appeal });
const registration = async (of: TestWorkstation, appeal: string) =>
  (await detailOf(of, appeal))?.history.find(({ kind }) => kind === 'appeal.register');

/** Within a few seconds of now: the corrected time is the true one. */
function expectNow(instant: string | undefined): void {
  expect(Math.abs(Date.parse(instant ?? '') - Date.now())).toBeLessThan(30_000);
}

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

describe('the clock of a workstation', () => {
  test('two days ahead, registered offline: the time is restored at the first contact, both are kept, nothing is doubtful', async () => {
    const clock = aClock();
    const desk = await offlineAgain(await aDesk('koval', clock));
    clock.shiftWall(2 * DAY);
    const appeal = randomUUID();
    const { commands } = await desk.submit(aRegisteredCall(randomUUID(), appeal));
    const number = commands.find(({ kind }) => kind === 'appeal.register')?.number;
    await backOnline(desk);
    const detail = await detailOf(desk, appeal);
    expect(detail?.appeal.number).toBe(number);
    expectNow(detail?.appeal.registeredAt);
    const entry = await registration(desk, appeal);
    expect(Math.abs(Date.parse(entry?.stationAt ?? '') - Date.now() - 2 * DAY)).toBeLessThan(30_000);
    expect(entry).not.toHaveProperty('marks');
  });

  test('set right before the contact: how long ago it was says the monotonic clock', async () => {
    const clock = aClock();
    const desk = await offlineAgain(await aDesk('koval', clock));
    clock.shiftWall(-YEARS);
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    clock.shiftWall(YEARS);
    await backOnline(desk);
    expectNow((await detailOf(desk, appeal))?.appeal.registeredAt);
    expect(await registration(desk, appeal)).not.toHaveProperty('marks');
  });

  test('restarted between the act and the contact: the time is restored as far as it can be, and stays doubtful', async () => {
    const clock = aClock();
    let desk = await offlineAgain(await aDesk('koval', clock));
    clock.shiftWall(2 * DAY);
    const appeal = randomUUID();
    await desk.signIn('koval');
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    desk = await offlineAgain(desk);
    await backOnline(desk);
    expectNow((await detailOf(desk, appeal))?.appeal.registeredAt);
    expect((await registration(desk, appeal))?.marks).toEqual(['clock_suspect']);
  });

  test('what was sent before is not given another time: its bytes are frozen', async () => {
    const clock = aClock();
    const desk = await offlineAgain(await aDesk('koval', clock));
    // The centre is reached for the hello alone the first time: the answer to it comes back, to the push it does not.
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    const bodies: string[] = [];
    desk.line.intercept(async (path, pass, body) => {
      if (path !== '/sync/push') return pass();
      bodies.push(body);
      throw new Error('lost on the way');
    });
    desk.line.mend();
    desk.nudge();
    await desk.until(() => bodies.length >= 1);
    clock.shiftWall(DAY);
    desk.nudge();
    await desk.until(() => bodies.length >= 2);
    const commandsOf = (body = '{}') => JSON.stringify((JSON.parse(body) as { commands: object[] }).commands);
    expect(commandsOf(bodies.at(-1))).toBe(commandsOf(bodies[0]));
    desk.line.intercept(null);
    await backOnline(desk);
    expect((await detailOf(desk, appeal))?.delivery).toBe('accepted');
  });

  test.each([
    ['ahead', YEARS],
    ['behind', -YEARS],
  ])(
    'ten years %s while offline: registered, with a number of the true year, and others are unaffected',
    async (_name, shift) => {
      const clock = aClock();
      const desk = await aDesk('koval', clock);
      desk.line.cut();
      // Somebody sets it while the work goes on: nothing measured before holds any more.
      clock.shiftWall(shift);
      const appeal = randomUUID();
      await desk.submit(aRegisteredCall(randomUUID(), appeal));
      const number = (await detailOf(desk, appeal))?.appeal.number ?? '';
      expect(parseNumber(number)).toMatchObject({ year: new Date().getUTCFullYear(), series: 0 });
      await backOnline(desk);
      expectNow((await detailOf(desk, appeal))?.appeal.registeredAt);
      const other = await aDesk('bondar');
      const theirs = randomUUID();
      await other.submit(aRegisteredCall(randomUUID(), theirs));
      await other.settled();
      expect(await registration(other, theirs)).not.toHaveProperty('marks');
    },
  );
});
