import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createSpeller } from '../../../../../src-main/data/spelling/speller.ts';

/** Timers that run when the test says so. */
function handTimers() {
  const waiting = new Set<() => void>();
  return {
    after(_ms: number, run: () => void) {
      waiting.add(run);
      return () => void waiting.delete(run);
    },
    runAll() {
      for (const run of [...waiting]) {
        waiting.delete(run);
        run();
      }
    },
    count: () => waiting.size,
  };
}

test('the dictionaries give their memory back when nobody asks, and are there again for the next word', async () => {
  const timers = handTimers();
  const speller = createSpeller(pino({ level: 'silent' }), timers);
  expect(timers.count()).toBe(0);
  expect(await speller.wrong(['вода', 'водда'], ['uk'])).toEqual(['водда']);
  // However many ask, one quiet time is waited for.
  expect(await speller.wrong(['газ'], ['uk'])).toEqual([]);
  expect(timers.count()).toBe(1);
  timers.runAll();
  expect(await speller.wrong(['вода', 'водда'], ['uk'])).toEqual(['водда']);
  await speller.close();
  expect(timers.count()).toBe(0);
});

test('a question that stands when the dictionaries end is answered, not left', async () => {
  const speller = createSpeller(pino({ level: 'silent' }), handTimers());
  const asked = speller.suggest('опаленя', ['uk']);
  await speller.close();
  expect(await asked).toBeNull();
});
