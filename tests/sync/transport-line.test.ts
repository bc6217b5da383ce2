import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Direction, type Fault, type FaultProxy, openFaultProxy } from '../support/faultProxy.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aClock,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
let proxy: FaultProxy;
const open: TestWorkstation[] = [];

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  proxy = await openFaultProxy(server.url);
});
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
  await proxy.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

/** A workstation whose every byte goes through the proxy: real HTTP, real WebSocket. */
async function aDesk(
  options: Parameters<typeof openTestWorkstation>[0] = {},
  login = 'koval',
): Promise<TestWorkstation> {
  const { timing, ...rest } = options;
  const fresh = await openTestWorkstation(rest);
  await fresh.enrol({ ...server, url: proxy.url }, login);
  await fresh.signIn(login);
  await fresh.settled();
  // Short limits only now: checking a password takes its time on a busy machine.
  const desk = await fresh.reopen({
    timing: { requestMs: 400, backoffFirstMs: 20, backoffMostMs: 100, ...timing },
  });
  open.push(desk);
  await desk.settled();
  return desk;
}

const status = (desk: TestWorkstation) => desk.get('sync.status', {});
const offline = (desk: TestWorkstation) => desk.until(async () => (await status(desk)).state === 'offline');

/** Kinds of the history entries that the centre holds of an appeal. */
async function heldAtCentre(appeal: string): Promise<string[]> {
  const { db } = server.running.context.store;
  const rows = await db.selectFrom('record').select('doc').where('type', '=', 'history').execute();
  return rows
    .map(({ doc }) => JSON.parse(doc ?? '{}') as { kind: string; subject: { id: string } })
    .filter(({ subject }) => subject.id === appeal)
    .map(({ kind }) => kind);
}

/** Each fault meets an act on its way; healed, everything arrives once, by itself. */
async function survives(...faults: Fault[]): Promise<void> {
  const desk = await aDesk();
  for (const fault of faults) {
    const appeal = randomUUID();
    proxy.harm(fault);
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await proxy.met();
    await desk.until(async () => (await desk.get('appeal.get', { appeal }))?.delivery === 'waiting');
    proxy.heal();
    await desk.settled();
    expect((await desk.get('appeal.get', { appeal }))?.delivery).toBe('accepted');
    expect(await heldAtCentre(appeal)).toEqual(['appeal.register']);
  }
}

describe('a message that does not arrive whole takes effect once or not at all', () => {
  for (const name of ['truncate', 'halfClose', 'garbage'] as const) {
    test.each(['up', 'down'] as const)(
      `${name} %s, at once and in the middle`,
      async (direction: Direction) => {
        await survives(...[0, 1, 200, 700].map((afterBytes) => ({ name, direction, afterBytes })));
      },
    );
  }

  test('a connection that is reset', async () => await survives({ name: 'reset' }));
});

describe('a connection that lives and brings nothing', () => {
  test('half open: the request is given up, the next connection works, nobody touches anything', async () => {
    await survives({ name: 'silence' });
  });

  test('half open while the limit is far away: a change of the network gives it up at once', async () => {
    const desk = await aDesk({ timing: { requestMs: 600_000 } });
    proxy.harm({ name: 'silence' });
    await desk.submit(aRegisteredCall());
    await proxy.met();
    proxy.heal();
    desk.nudge();
    await desk.settled();
  });

  test.each(['up', 'down'] as const)(
    'a few bytes at a time %s end in the limit of the request',
    async (direction) => {
      const desk = await aDesk();
      proxy.harm({ name: 'trickle', direction, bytes: 1, everyMs: 50 });
      await desk.submit(aRegisteredCall());
      await offline(desk);
      expect(await status(desk)).toMatchObject({ trouble: 'timeout', waiting: 4 });
      proxy.heal();
      await desk.settled();
    },
  );

  test('after sleep the wake-up socket looks open and is dead: the resumed machine sees new work at once', async () => {
    const clock = aClock();
    const sleeper = await aDesk({ clock });
    const other = await openTestWorkstation();
    open.push(other);
    await other.enrol(server, 'bondar');
    await other.signIn('bondar');
    await other.settled();
    proxy.harm({ name: 'silence' });
    const appeal = randomUUID();
    await other.submit(aRegisteredCall(randomUUID(), appeal));
    await other.settled();
    await proxy.met();
    proxy.heal();
    clock.shiftBoth(8 * 3600_000);
    expect(await sleeper.get('appeal.get', { appeal })).toBeNull();
    sleeper.nudge();
    await sleeper.until(async () => (await sleeper.get('appeal.get', { appeal })) !== null);
  });
});

describe('a line that is only poor', () => {
  test('late by a tenth of a second: everything arrives', async () => {
    const desk = await aDesk({ timing: { requestMs: 5000 } });
    proxy.harm({ name: 'latency', ms: 100 });
    await desk.submit(aRegisteredCall());
    await desk.settled();
  });

  test('too thin for a whole batch within the limit: batches halve until they pass', async () => {
    const desk = await aDesk({ timing: { requestMs: 700 } });
    await proxy.cut();
    await desk.submit(aRegisteredCall());
    await offline(desk);
    for (let count = 0; count < 19; count += 1) await desk.submit(aRegisteredCall());
    await proxy.mend();
    desk.line.sent.splice(0);
    proxy.harm({ name: 'bandwidth', bytesPerSecond: 60_000 });
    await desk.until(async () => (await status(desk)).waiting === 0);
    const sizes = desk.line.sent
      .filter(({ path }) => path === '/sync/push')
      .map(({ body }) => (JSON.parse(body) as { commands: unknown[] }).commands.length);
    expect(sizes[0]).toBe(80);
    expect(Math.min(...sizes)).toBeLessThan(80);
    proxy.heal();
    await desk.settled();
  });
});

/** Resolves when a connection is over, whether the other end says goodbye or cuts it off. */
function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve());
    socket.resume();
  });
}

describe('stopping', () => {
  test('connections that say nothing, or too little, do not keep the server from stopping', async () => {
    const { hostname, port } = new URL(server.url);
    const silent = connect({ host: hostname, port: Number(port) });
    const slow = connect({ host: hostname, port: Number(port) });
    await Promise.all([once(silent, 'connect'), once(slow, 'connect')]);
    slow.write('POST /sync/push HTTP/1.1\r\ncontent-length: 100\r\n');
    const ends = [silent, slow].map(ended);
    await server.stop();
    await Promise.all(ends);
    await server.start();
  }, 20_000);
});

describe('the cable', () => {
  test('out for a while and back: the queue leaves by itself', async () => {
    const desk = await aDesk();
    await proxy.cut();
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await offline(desk);
    expect(await status(desk)).toMatchObject({ trouble: 'unreachable', waiting: 4 });
    await proxy.mend();
    await desk.settled();
    expect(await heldAtCentre(appeal)).toEqual(['appeal.register']);
  });

  test('the server is away and comes back on the same address behind the same proxy', async () => {
    const desk = await aDesk();
    await server.stop();
    await desk.submit(aRegisteredCall());
    await offline(desk);
    await server.start();
    await desk.settled();
  });
});
