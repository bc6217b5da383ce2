import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { CORPUS } from './simulator/corpus.ts';
import { endHistories, runHistory } from './simulator/history.ts';
import { type Plan, plans } from './simulator/plan.ts';

afterAll(endHistories);

describe('histories that once broke a promise', () => {
  test.each(CORPUS)('$was', async ({ plan }) => {
    await runHistory(plan);
  });
});

describe('the simulator itself', () => {
  test.each(CORPUS)('the same plan leaves the same trace and records: $was', async ({ plan }) => {
    await expectSameTwice(plan);
  });

  test('so do generated plans', async () => {
    for (const plan of fc.sample(plans, { seed: 4, numRuns: 12 })) await expectSameTwice(plan);
  });
});

/** I12: whatever happens follows from the plan alone. */
async function expectSameTwice(plan: Plan): Promise<void> {
  const first = (await runHistory(plan)).trace;
  const second = (await runHistory(plan)).trace;
  const differs = first.findIndex((line, index) => line !== second[index]);
  expect(second[differs]).toBe(first[differs]);
  expect(second.length).toBe(first.length);
}
