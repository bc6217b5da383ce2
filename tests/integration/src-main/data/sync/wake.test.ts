import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { SocketHandlers } from '../../../../../src-main/data/sync/transport.ts';
import { createWakeSocket, type WakeSocket } from '../../../../../src-main/data/sync/wake.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

let held: TestDesk;
let mono: number;
let wakes: number;
/** Sockets asked for, the last one last: they open and close when the test says so. */
let asked: SocketHandlers[];
let wake: WakeSocket;
/** What waits for its time: run when the test lets the time pass. */
let waiting: { readonly at: number; readonly run: () => void }[];

/** Lets time pass on the test's own clock. */
function pass(ms: number): void {
  mono += ms;
  const due = waiting.filter(({ at }) => at <= mono);
  waiting = waiting.filter((timer) => !due.includes(timer));
  for (const { run } of due) run();
}

beforeEach(async () => {
  held = await aTestDesk();
  mono = 0;
  wakes = 0;
  asked = [];
  waiting = [];
  const timers = {
    after(ms: number, run: () => void) {
      const timer = { at: mono + ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
  };
  const desk = { ...held.desk, timers, time: { ...held.desk.time, monoMs: () => mono } };
  const transport = {
    fetch: () => Promise.reject(new Error('nothing is asked here')),
    openSocket(_url: string, _headers: Record<string, string>, handlers: SocketHandlers) {
      asked.push(handlers);
      return { close: () => undefined };
    },
  };
  wake = createWakeSocket(
    desk,
    transport,
    () => {
      wakes += 1;
    },
    () => undefined,
  );
});
afterEach(() => held.close());
afterAll(removeFolders);

/** The socket asked for last; asks for one where there is none. */
function socket(): SocketHandlers {
  wake.ensure();
  const last = asked.at(-1);
  if (last === undefined) throw new Error('no socket was asked for');
  return last;
}

test('what was told before the socket was open is looked for once it is', () => {
  const first = socket();
  expect(wakes).toBe(0);
  first.open();
  expect(wakes).toBe(1);
  const enrolment = held.desk.stores.intent.enrolment.get();
  first.message(JSON.stringify({ region: enrolment?.region, version: 7 }));
  expect(wakes).toBe(2);
});

test('sockets opened and ended at once give one reason to look in five seconds, by the monotonic clock', () => {
  for (let times = 0; times < 50; times += 1) {
    const passing = socket();
    passing.open();
    passing.close('ended by a proxy');
    pass(99);
  }
  expect(asked).toHaveLength(50);
  expect(wakes).toBe(1);
  // What may have been told in between is looked for once the five seconds are over.
  pass(50);
  expect(wakes).toBe(2);
  pass(60_000);
  expect(wakes).toBe(2);
});

test('a socket opened again within five seconds is looked behind when they are over, unless it was given up', () => {
  socket().open();
  wake.drop();
  pass(1000);
  socket().open();
  expect(wakes).toBe(1);
  pass(4000);
  expect(wakes).toBe(2);
  wake.drop();
  pass(1000);
  socket().open();
  wake.drop();
  pass(60_000);
  expect(wakes).toBe(2);
});

test('a socket given up before it opened says nothing', () => {
  const dropped = socket();
  wake.drop();
  dropped.open();
  expect(wakes).toBe(0);
  socket().open();
  expect(wakes).toBe(1);
});
