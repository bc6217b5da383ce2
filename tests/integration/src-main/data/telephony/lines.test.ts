import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallId } from '../../../../../src-shared/brand.ts';
import { startTestServer, type TestServer } from '../../../../support/server.ts';
import {
  aClock,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../../../../support/workstation.ts';

let server: TestServer;
let desk: TestWorkstation;
beforeEach(async () => {
  server = await startTestServer();
  desk = await openTestWorkstation();
  await desk.enrol(server);
  await desk.signIn();
});
afterEach(async () => {
  await desk.close();
  await server.close();
});
afterAll(removeFolders);

/** A server on a port of the system's choice. */
function aServer(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const taken = createServer();
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve({ server: taken, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });
}

async function freePort(): Promise<number> {
  const taken = await aServer();
  await new Promise((resolve) => taken.server.close(resolve));
  return taken.port;
}

const state = () => desk.get('line.state', {});
const health = async () => (await state()).feed.health;

async function turnOn(): Promise<(event: string, over?: object) => Promise<void>> {
  const port = await freePort();
  await desk.get('line.set', { isOn: true, port });
  await desk.until(async () => (await health()) === 'waiting');
  const { token } = await desk.get('line.token', {});
  return async (event, over = {}) => {
    const before = desk.events.length;
    const answer = await fetch(`http://127.0.0.1:${port}/cti/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event, callId: 'a', from: '0501234567', to: '0800', direction: 'in', ...over }),
    });
    expect(answer.status).toBe(200);
    await desk.until(() => desk.events.slice(before).some(({ name }) => name === 'line.changed'));
  };
}

const START = { phone: null, phoneRaw: '' };
const start = (call: string) => desk.submit([{ kind: 'call.start', payload: { call, ...START } }]);
const finish = (call: string) =>
  desk.submit([{ kind: 'call.finish', payload: { call, ...START, code: 'other' } }]);

describe('the telephone line of a workstation', () => {
  test('is off until somebody turns it on, and is theirs alone', async () => {
    expect(await state()).toMatchObject({ feed: { isOn: false, health: 'off' }, calls: [], missedToday: 0 });
    const { token } = await desk.get('line.token', {});
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    await desk.get('session.signOut', {});
    expect(await desk.problem('line.token', {})).toMatchObject({ code: 'notSignedIn' });
  });

  test('tells of a call from its ring to its end, until its record is finished', async () => {
    const post = await turnOn();
    await post('newCall');
    expect((await state()).calls).toMatchObject([{ phase: 'ringing', line: { from: '0501234567' } }]);
    await post('answer');
    const call = randomUUID() as CallId;
    await start(call);
    await desk.get('line.attach', { id: 'a', call });
    await post('hold');
    await post('hangup');
    expect(await state()).toMatchObject({
      feed: { health: 'hearing' },
      calls: [{ phase: 'over', call, holds: { count: 1 } }],
    });
    await finish(call);
    expect((await state()).calls).toEqual([]);
  });

  test('counts a call nobody answered as an entry of its own', async () => {
    const post = await turnOn();
    await post('newCall');
    await post('hangup', { cause: 'cancel' });
    expect(await state()).toMatchObject({
      calls: [],
      missedToday: 1,
      missed: [{ id: 'a', from: '0501234567' }],
    });
  });

  test('brings a running call back after a restart, in doubt, to be ended by hand as an estimate', async () => {
    const post = await turnOn();
    await post('newCall');
    await post('answer');
    desk = await desk.reopen();
    expect((await state()).calls).toMatchObject([{ phase: 'active', doubtful: true }]);
    await desk.get('line.settle', { id: 'a', as: 'talking' });
    expect((await state()).calls).toMatchObject([{ doubtful: false }]);
    desk = await desk.reopen();
    await desk.get('line.settle', { id: 'a', as: 'ended' });
    expect((await state()).calls).toMatchObject([{ phase: 'over', ended: { source: 'estimate' } }]);
    await desk.get('line.settle', { id: 'a', as: 'dismissed' });
    expect((await state()).calls).toEqual([]);
  });

  test('does not ask about a talk of yesterday: it ended when it was last heard of', async () => {
    const clock = aClock();
    await desk.close();
    desk = await openTestWorkstation({ clock });
    await desk.enrol(server, 'Стіл 2');
    await desk.signIn();
    const post = await turnOn();
    await post('answer');
    clock.shiftBoth(13 * 3600_000);
    desk = await desk.reopen();
    await desk.signIn();
    expect((await state()).calls).toMatchObject([
      { phase: 'over', doubtful: false, ended: { source: 'estimate' } },
    ]);
  });

  test('doubts what goes on when the feed is turned off', async () => {
    const post = await turnOn();
    await post('answer');
    await desk.get('line.set', { isOn: false });
    expect(await state()).toMatchObject({ feed: { health: 'off' }, calls: [{ doubtful: true }] });
  });

  test('says that the port is taken, and calls go on by hand', async () => {
    const taken = await aServer();
    await desk.get('line.set', { isOn: true, port: taken.port });
    await desk.until(async () => (await health()) === 'taken');
    await start(randomUUID());
    const port = await freePort();
    await desk.get('line.set', { port });
    await desk.until(async () => (await health()) === 'waiting');
    await new Promise((resolve) => taken.server.close(resolve));
  });

  test('a new token makes the one before worthless', async () => {
    await turnOn();
    const before = await desk.get('line.token', {});
    const after = await desk.get('line.rotate', {});
    expect(after.token).not.toBe(before.token);
    await desk.until(async () => (await health()) === 'waiting');
    const post = (token: string) =>
      fetch(`http://127.0.0.1:${after.port}/cti/${token}`, {
        method: 'POST',
        body: 'event=newCall&callId=b&from=&to=',
      });
    expect((await post(before.token)).status).toBe(404);
    expect((await post(after.token)).status).toBe(200);
  });
});
