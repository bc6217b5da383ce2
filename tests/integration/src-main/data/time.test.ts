import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTimekeeper, type Timekeeper } from '../../../../src-main/data/time.ts';
import { aTestDesk, type TestDesk } from '../../../support/desk.ts';
import { removeFolders } from '../../../support/workstation.ts';

const YEAR_MS = 365 * 24 * 3600_000;
let of: TestDesk;
let wall: number;
let mono: number;
let time: Timekeeper;

beforeEach(async () => {
  of = await aTestDesk();
  wall = 1_800_000_000_000;
  mono = 500;
  time = createTimekeeper({ wallMs: () => wall, monoMs: () => mono }, of.desk.stores.intent, randomUUID());
});
afterEach(() => of.close());
afterAll(removeFolders);

function pass(ms: number): void {
  wall += ms;
  mono += ms;
}

describe('the clock', () => {
  test('is kept raw, with the offset of the exchange that was quickest', () => {
    expect(time.stamp()).toMatchObject({ wall, offsetMs: null, uncertaintyMs: null, mono: 0 });
    pass(1000);
    time.learn(0, 1000, wall, wall - 500 - YEAR_MS);
    expect(time.stamp()).toMatchObject({ offsetMs: YEAR_MS, uncertaintyMs: 500 });
    pass(40);
    time.learn(1000, 1040, wall, wall - 20 - YEAR_MS - 7);
    expect(time.stamp()).toMatchObject({ offsetMs: YEAR_MS + 7, uncertaintyMs: 20 });
    pass(2000);
    time.learn(1040, 3040, wall, wall - YEAR_MS);
    expect(time.stamp()).toMatchObject({ uncertaintyMs: 20 });
  });

  test('set within a run, the measured offset no longer counts; the server time never runs back', () => {
    const server = wall;
    time.learn(0, 0, wall, server);
    expect(time.stamp().offsetMs).toBe(0);
    wall -= YEAR_MS;
    expect(time.stamp()).toMatchObject({ offsetMs: null, wall });
    expect(time.serverMs()).toBeGreaterThanOrEqual(server);
  });
});
