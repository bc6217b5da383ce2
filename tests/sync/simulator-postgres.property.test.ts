import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Engine, openEngine } from './simulator/engine.ts';
import { runHistory } from './simulator/history.ts';
import { plans } from './simulator/plan.ts';

/** Printed by a failing run; HOLOS_SEED repeats its plans, not the order in which PostgreSQL lets its writers through. */
const seed = Number(process.env.HOLOS_SEED ?? Date.now() % 2 ** 31);
/** Each has a database of its own: some tenths of a second of work for the disk. */
const RUNS = Number(process.env.HOLOS_HISTORIES_POSTGRES ?? 40);

describe('histories of workstations and a centre over PostgreSQL', () => {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await openEngine('postgres');
  });
  afterAll(async () => await engine?.end());

  test(
    `${RUNS} of them, with really concurrent requests, hold every promise (HOLOS_SEED ${seed})`,
    async () => {
      await fc.assert(
        fc.asyncProperty(plans, async (plan) => await runHistory(plan, engine).then(() => undefined)),
        // Not shrunk: a race does not come again on the next try.
        { seed, numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * 3000 + 60_000,
  );
});
