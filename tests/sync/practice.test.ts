import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aClock,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
/** Time let pass by the tests, for the centre and for the workstation that is asked to notice it. */
let passedMs = 0;
const open: TestWorkstation[] = [];

async function aDesk(login: string, clock = aClock()): Promise<TestWorkstation> {
  const made = await openTestWorkstation({ clock });
  open.push(made);
  await made.enrol(server, `Стіл ${login}`);
  await made.signIn(login);
  await made.settled();
  return made;
}

const status = (of: TestWorkstation) => of.get('sync.status', {});
const idOf = async (of: TestWorkstation) =>
  (await of.get('workstation.state', {})).enrolment?.workstation ?? '';
const practices = async (of: TestWorkstation) => (await of.get('practice.list', {})).practices;
const isPractising = async (of: TestWorkstation) => (await status(of)).state === 'practice';

/** Begun by a lead who has already heard of the workstation. */
async function begin(lead: TestWorkstation, at: TestWorkstation, minutes = 5): Promise<string> {
  const workstation = await idOf(at);
  lead.nudge();
  await lead.until(async () =>
    (await lead.get('station.list', {})).stations.some((station) => station.workstation === workstation),
  );
  const payload = { workstations: [workstation], minutes };
  const { commands } = await lead.submit([{ kind: 'practice.begin', payload }]);
  return commands[0]?.id ?? '';
}

/** Six minutes pass, more than the shortest practice. */
function pass(clock: ReturnType<typeof aClock>): void {
  passedMs += 6 * 60_000;
  clock.shiftBoth(6 * 60_000);
}

beforeAll(async () => {
  server = await startTestServer({ now: () => Date.now() + passedMs });
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('a practised outage', () => {
  test('cuts the way to the centre, ends by itself, and its report comes once everything has arrived', async () => {
    const lead = await aDesk('shevchuk');
    const clock = aClock();
    const desk = await aDesk('koval', clock);
    const practice = await begin(lead, desk);
    await desk.until(() => isPractising(desk));
    const { practiceUntil, trouble } = await status(desk);
    expect(practiceUntil).not.toBeNull();
    expect(trouble).toBeNull();

    const before = desk.line.sent.length;
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await desk.get('sync.now', {});
    await desk.until(async () => (await status(desk)).waiting === 4);
    expect(desk.line.sent.length).toBe(before);
    expect((await desk.get('appeal.get', { appeal }))?.delivery).toBe('waiting');
    expect(await lead.get('appeal.get', { appeal })).toBeNull();
    const [running] = await practices(lead);
    expect(running).toMatchObject({ id: practice, running: true, calledOffAt: null });
    expect(running?.stations).toMatchObject([{ name: 'Стіл koval', result: null }]);

    pass(clock);
    desk.nudge();
    await desk.settled();
    await lead.until(async () => (await practices(lead))[0]?.stations[0]?.result !== null);
    const result = (await practices(lead))[0]?.stations[0]?.result;
    expect(result).toMatchObject({ end: 'time', calls: 1, appeals: 1, consultations: 0, waiting: 4 });
    expect(result?.endedAt).toBe(running?.endsAt);
    expect(Date.parse(result?.arrivedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(result?.endedAt ?? ''));
    expect((await desk.get('appeal.get', { appeal }))?.delivery).toBe('accepted');
    expect((await lead.get('appeal.get', { appeal }))?.history).toHaveLength(1);
  });

  test('goes on over a restart within it, and not over one behind it', async () => {
    const lead = await aDesk('shevchuk');
    const clock = aClock();
    let desk = await aDesk('koval', clock);
    await begin(lead, desk);
    await desk.until(() => isPractising(desk));
    desk = await desk.reopen();
    open.push(desk);
    expect(await isPractising(desk)).toBe(true);
    await desk.submit(aRegisteredCall());
    pass(clock);
    desk = await desk.reopen();
    open.push(desk);
    await desk.settled();
    const [last] = await practices(desk);
    expect(last?.stations[0]?.result).toMatchObject({ end: 'time', calls: 1, waiting: 4 });
  });

  test('is left for an urgent call: the centre is reached at once, the practice is not entered again', async () => {
    const lead = await aDesk('shevchuk');
    const desk = await aDesk('koval');
    await begin(lead, desk);
    await desk.until(() => isPractising(desk));
    await desk.get('practice.leave', {});
    await desk.settled();
    await desk.until(async () => (await practices(desk))[0]?.stations[0]?.result !== null);
    expect((await practices(desk))[0]?.stations[0]?.result?.end).toBe('left');
    desk.nudge();
    await desk.settled();
    expect(await isPractising(desk)).toBe(false);
  });

  test('called off reaches only who has not begun it; who practises goes on to its end', async () => {
    const lead = await aDesk('shevchuk');
    const clock = aClock();
    const desk = await aDesk('koval', clock);
    const late = await aDesk('bondar');
    late.line.cut();
    const workstations = [await idOf(desk), await idOf(late)];
    lead.nudge();
    await lead.until(async () => {
      const { stations } = await lead.get('station.list', {});
      return workstations.every((id) => stations.some(({ workstation }) => workstation === id));
    });
    const { commands } = await lead.submit([
      { kind: 'practice.begin', payload: { workstations, minutes: 5 } },
    ]);
    const practice = commands[0]?.id;
    await desk.until(() => isPractising(desk));
    await lead.submit([{ kind: 'practice.callOff', payload: { practice } }]);
    await lead.settled();
    late.line.mend();
    late.nudge();
    await late.settled();
    expect(await isPractising(late)).toBe(false);
    expect(await isPractising(desk)).toBe(true);
    pass(clock);
    desk.nudge();
    await desk.settled();
    await lead.until(async () => (await practices(lead))[0]?.stations[0]?.result !== null);
    expect((await practices(lead))[0]?.stations.map(({ result }) => result?.end ?? null)).toEqual([
      'time',
      null,
    ]);
  });

  test("at the lead's own workstation begins once the centre knows of it, and ends when it is called off here", async () => {
    const lead = await aDesk('shevchuk');
    const practice = await begin(lead, lead);
    await lead.until(() => isPractising(lead));
    expect((await status(lead)).waiting).toBe(0);
    await lead.submit([{ kind: 'practice.callOff', payload: { practice } }]);
    await lead.settled();
    await lead.until(async () => (await practices(lead))[0]?.stations[0]?.result !== null);
    expect((await practices(lead))[0]?.stations[0]?.result).toMatchObject({ end: 'called_off', waiting: 1 });
  });

  test('signs operators in as a real outage does, and is told of when somebody is there again', async () => {
    const lead = await aDesk('shevchuk');
    const clock = aClock();
    const desk = await aDesk('koval', clock);
    await begin(lead, desk);
    await desk.until(() => isPractising(desk));
    await desk.get('session.signOut', {});
    const stranger = await desk.problem('session.signIn', { login: 'bondar', password: 'holos-demo-2026' });
    expect(stranger.code).toBe('credentialsUnknownOffline');
    pass(clock);
    desk.nudge();
    await desk.settled();
    expect((await practices(lead))[0]?.stations[0]?.result).toBeNull();
    await desk.signIn('koval');
    await lead.until(async () => (await practices(lead))[0]?.stations[0]?.result !== null);
    expect((await practices(lead))[0]?.stations[0]?.result).toMatchObject({ end: 'time', calls: 0 });
  });

  test('is not prolonged by a wall clock that is set back', async () => {
    const lead = await aDesk('shevchuk');
    const clock = aClock();
    const desk = await aDesk('koval', clock);
    await begin(lead, desk);
    await desk.until(() => isPractising(desk));
    pass(clock);
    clock.shiftWall(-365 * 24 * 3600_000);
    desk.nudge();
    await desk.settled();
    expect(await isPractising(desk)).toBe(false);
  });
});
