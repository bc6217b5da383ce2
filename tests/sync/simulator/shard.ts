import fc from 'fast-check';
import { afterAll, describe, test } from 'vitest';
import { endHistories, runHistory } from './history.ts';
import { plans } from './plan.ts';

/** Printed by a failing run; HOLOS_SEED repeats it. */
const seed = Number(process.env.HOLOS_SEED ?? Date.now() % 2 ** 31);

/** Histories of all shards together: of every run, or as many as a night has time for. */
const HISTORIES = Number(process.env.HOLOS_HISTORIES ?? 2000);
const SHARDS = 4;
/** A history takes some tenths of a second on a slow machine. */
const MOST_MS_EACH = 1000;

/** One of the four files over which the histories are spread, so that they run beside each other. */
export function describeHistories(shard: number): void {
  const runs = Math.ceil(HISTORIES / SHARDS);
  const own = (seed + shard * 7919) % 2 ** 31;
  describe('histories of workstations and centre', () => {
    afterAll(endHistories);
    test(
      `${runs} of them hold every promise (HOLOS_SEED ${seed}, shard ${shard})`,
      async () => {
        await fc.assert(
          fc.asyncProperty(plans, async (plan) => {
            await runHistory(plan);
          }),
          { seed: own, numRuns: runs },
        );
      },
      runs * MOST_MS_EACH + 60_000,
    );
  });
}
