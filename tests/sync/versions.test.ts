import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadRelease, type Release } from '../support/release.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aLine,
  anAnswer,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let old: Release;
const servers: TestServer[] = [];
const desks: TestWorkstation[] = [];

beforeAll(async () => {
  old = await loadRelease('0.1.0');
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  for (const server of servers.splice(0)) await server.close();
});
afterAll(removeFolders);

async function aServer(release?: Release): Promise<TestServer> {
  const server = await startTestServer({}, release);
  servers.push(server);
  return server;
}

async function aDesk(
  server: TestServer,
  login: string,
  options: Parameters<typeof openTestWorkstation>[0] = {},
): Promise<TestWorkstation> {
  const desk = await openTestWorkstation(options);
  desks.push(desk);
  await desk.enrol(server, login);
  await desk.signIn(login);
  await desk.settled();
  return desk;
}

const status = (desk: TestWorkstation) => desk.get('sync.status', {});
const appealOf = (desk: TestWorkstation, appeal: string) => desk.get('appeal.get', { appeal });

/** A day of one workstation beside a lead's: offline and online acts, refusal, reassignment, restart; then both are equal. */
async function aDaysWork(desk: TestWorkstation, lead: TestWorkstation): Promise<void> {
  const offline = randomUUID();
  desk.line.cut();
  const told = await desk.submit(aRegisteredCall(randomUUID(), offline));
  const number = told.commands.find((command) => command.number !== null)?.number;
  await desk.until(async () => (await status(desk)).state === 'offline');
  desk.line.mend();
  desk.nudge();
  await desk.settled();
  expect((await appealOf(desk, offline))?.delivery).toBe('accepted');
  await lead.until(async () => (await appealOf(lead, offline)) !== null);
  const seen = (await appealOf(lead, offline))?.appeal;
  expect(seen?.number).toBe(number);

  const { operators } = await lead.get('operator.list', {});
  const to = operators.find(({ name }) => name.startsWith('Бондар'))?.id;
  await lead.submit([{ kind: 'appeal.assign', payload: { appeal: offline, from: seen?.assignee, to } }]);
  await lead.settled();
  await desk.until(async () => (await appealOf(desk, offline))?.appeal.assignee === to);
  expect(await appealOf(desk, offline)).toMatchObject({
    appeal: { number },
    history: [{ kind: 'appeal.register' }, { kind: 'appeal.assign' }],
  });
}

describe('one protocol version apart', () => {
  test("a workstation of release 0.1.0 does its day at today's server", async () => {
    const server = await aServer();
    const desk = await aDesk(server, 'koval', { release: old });
    await aDaysWork(desk, await aDesk(server, 'shevchuk'));
  });

  test('a workstation of today does its day at a server of release 0.1.0', async () => {
    const server = await aServer(old);
    const desk = await aDesk(server, 'koval');
    await aDaysWork(desk, await aDesk(server, 'shevchuk', { release: old }));
  });

  test('a workstation of today does its day among its like at a server of release 0.1.0', async () => {
    const server = await aServer(old);
    await aDaysWork(await aDesk(server, 'koval'), await aDesk(server, 'shevchuk'));
  });

  test('the server is renewed on its data while workstations of both releases have work waiting', async () => {
    const server = await aServer(old);
    const before = await aDesk(server, 'koval', { release: old });
    const today = await aDesk(server, 'bondar');
    await server.stop();
    const appeals = [randomUUID(), randomUUID()];
    await before.submit(aRegisteredCall(randomUUID(), appeals[0]));
    await today.submit(aRegisteredCall(randomUUID(), appeals[1]));
    const port = Number(new URL(server.url).port);
    const renewed = await startTestServer({ dataDir: server.dataDir, port });
    servers.push(renewed);
    for (const desk of [before, today]) await desk.settled();
    for (const desk of [before, today]) {
      // What the other one sent may have come before this one's wake-up socket was open: the poll would bring it, a minute later.
      desk.nudge();
      for (const appeal of appeals)
        await desk.until(async () => (await appealOf(desk, appeal))?.delivery === 'accepted');
    }
    await aDaysWork(before, await aDesk(renewed, 'shevchuk'));
  });

  test('an act that the older server does not know yet is kept by it, blocks nothing, and is done once the server is renewed', async () => {
    const server = await aServer(old);
    const desk = await aDesk(server, 'koval');
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await desk.settled();
    const shown = await appealOf(desk, appeal);
    const changes = [{ field: 'urgent', value: true }];
    await desk.get('command.submit', {
      action: randomUUID(),
      consumes: [],
      commands: [
        {
          kind: 'appeal.amend',
          payload: { appeal, applicant: shown?.applicant?.id, changes },
          base: [{ field: 'urgent', value: false }],
        },
      ],
    });
    const behind = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), behind));
    await desk.settled();
    expect((await appealOf(desk, behind))?.delivery).toBe('accepted');
    const kept = (await desk.get('attention.list', {})).items;
    expect(kept).toMatchObject([{ kind: 'appeal.amend', reason: 'quarantined', code: 'unknown_command' }]);

    await server.stop();
    const port = Number(new URL(server.url).port);
    const renewed = await startTestServer({ dataDir: server.dataDir, port });
    servers.push(renewed);
    await renewed.admin('quarantine.retry');
    desk.nudge();
    await desk.until(async () => (await appealOf(desk, appeal))?.appeal.urgent === true);
    await desk.until(async () => (await desk.get('attention.list', {})).items.length === 0);
  });

  test('the workstation is renewed on its files with work waiting; the next start sends it, nothing is asked of anybody', async () => {
    const server = await aServer();
    const before = await openTestWorkstation({ release: old });
    await before.enrol(server, 'koval');
    await before.signIn();
    await before.settled();
    before.line.cut();
    const appeal = randomUUID();
    await before.submit(aRegisteredCall(randomUUID(), appeal));
    const shown = await appealOf(before, appeal);
    before.line.mend();
    const renewed = await before.reopen({ release: undefined, line: aLine() });
    desks.push(renewed);
    expect((await appealOf(renewed, appeal))?.appeal).toMatchObject({ ...shown?.appeal });
    await renewed.settled();
    expect((await appealOf(renewed, appeal))?.delivery).toBe('accepted');
    await aDaysWork(renewed, await aDesk(server, 'shevchuk'));
  });
});

/** A line that makes the workstation say it speaks other versions than it does. */
function aLineOfVersions(protocol: readonly [number, number]): ReturnType<typeof aLine> {
  const line = aLine();
  const { fetch } = line.transport;
  return {
    ...line,
    get lastSignal() {
      return line.lastSignal;
    },
    transport: {
      ...line.transport,
      fetch: (url, request) => {
        if (!url.endsWith('/sync/hello') || typeof request.body !== 'string') return fetch(url, request);
        const body = JSON.stringify({ ...JSON.parse(request.body), protocol });
        return fetch(url, { ...request, body });
      },
    },
  };
}

describe('further apart', () => {
  test.each([
    ['a workstation too old for the server', [0, 0]],
    ['a workstation too new for the server', [98, 99]],
  ] as const)('%s: what is done arrives, only the way back says "update first"', async (_name, protocol) => {
    const server = await aServer();
    const line = aLineOfVersions(protocol);
    const desk = await openTestWorkstation({ line });
    desks.push(desk);
    await desk.enrol(server, 'koval');
    await desk.signIn();
    await desk.until(async () => (await status(desk)).state === 'updateNeeded');

    const appeal = randomUUID();
    const done = await desk.submit(aRegisteredCall(randomUUID(), appeal));
    expect(done.commands).toHaveLength(4);
    expect((await appealOf(desk, appeal))?.delivery).toBe('waiting');
    const lead = await aDesk(server, 'shevchuk');
    await lead.until(async () => (await appealOf(lead, appeal)) !== null);
    // Nothing leaves the outbox: no page has proved that the effect is on board.
    expect(await status(desk)).toMatchObject({ state: 'updateNeeded', waiting: 4 });
  });

  test('a server of a far release refuses the greeting: said in words, work goes on, and is sent once it can be', async () => {
    const server = await aServer();
    const desk = await aDesk(server, 'koval');
    desk.line.intercept(async () =>
      anAnswer(409, JSON.stringify({ error: { code: 'protocol_unsupported' } })),
    );
    desk.nudge();
    await desk.until(async () => (await status(desk)).state === 'updateNeeded');
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    expect(await status(desk)).toMatchObject({ state: 'updateNeeded', waiting: 4 });
    expect((await desk.get('attention.list', {})).items).toEqual([]);
    desk.line.intercept(null);
    await desk.settled();
    expect((await appealOf(desk, appeal))?.delivery).toBe('accepted');
  });
});
