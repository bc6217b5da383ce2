import { describe, expect, test } from 'vitest';
import { CORPUS } from './simulator/corpus.ts';
import { runHistory } from './simulator/history.ts';

describe('histories that once broke a promise', () => {
  test.each(CORPUS)('$was', async ({ plan }) => {
    await runHistory(plan);
  });
});

describe('the simulator itself', () => {
  test.each(CORPUS)('the same plan leaves the same trace and records: $was', async ({ plan }) => {
    const first = (await runHistory(plan)).trace;
    const second = (await runHistory(plan)).trace;
    const differs = first.findIndex((line, index) => line !== second[index]);
    expect(second[differs]).toBe(first[differs]);
    expect(second.length).toBe(first.length);
  });
});
