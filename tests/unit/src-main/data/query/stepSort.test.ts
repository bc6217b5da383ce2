import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortInSteps } from '../../../../../src-main/data/query/stepSort.ts';

const keys = fc.oneof(
  fc.array(fc.nat(5), { maxLength: 50 }),
  // Longer than a few runs, with many equals.
  fc
    .tuple(fc.nat(30_000), fc.integer({ min: 1, max: 97 }))
    .map(([size, step]) => Array.from({ length: size }, (_, index) => (index * step) % 1009)),
);

test('the order is that of a stable sort', async () => {
  await fc.assert(
    fc.asyncProperty(keys, async (given) => {
      const compare = (a: number, b: number) => (given[a] ?? 0) - (given[b] ?? 0);
      const sorted = await sortInSteps(given.length, compare, async () => undefined);
      expect([...sorted]).toEqual(given.map((_, index) => index).sort(compare));
    }),
    { numRuns: 30 },
  );
});
