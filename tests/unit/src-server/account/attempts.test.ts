import { describe, expect, test } from 'vitest';
import { countAttempts } from '../../../../src-server/account/attempts.ts';
import { RequestRefused } from '../../../../src-server/requestRefused.ts';

class WrongGuess extends Error {}
const isGuess = (error: unknown) => error instanceof WrongGuess;
const wrong = async () => {
  throw new WrongGuess();
};

describe('limits of guessing', () => {
  test('five wrong guesses are free, then each doubles the wait, up to five minutes', async () => {
    let now = 0;
    const attempts = countAttempts(() => now);
    const waits: number[] = [];
    for (let count = 0; count < 16; count += 1) {
      const error: unknown = await attempts.take('key', isGuess, wrong).catch((thrown: unknown) => thrown);
      if (error instanceof RequestRefused) {
        waits.push(error.retryAfterMs ?? 0);
        now += error.retryAfterMs ?? 0;
        await attempts.take('key', isGuess, wrong).catch(() => undefined);
      }
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(300_000);
  });

  test('guesses sent at the same time do not slip through together', async () => {
    const attempts = countAttempts(() => 0);
    let tried = 0;
    const guess = async () => {
      tried += 1;
      return await wrong();
    };
    await Promise.allSettled(
      Array.from({ length: 50 }, async () => await attempts.take('key', isGuess, guess)),
    );
    expect(tried).toBe(5);
  });

  test('a right attempt forgives, trouble is no guess, and keys are apart', async () => {
    const attempts = countAttempts(() => 0);
    for (let count = 0; count < 20; count += 1) {
      await attempts
        .take('key', isGuess, async () => Promise.reject(new Error('disk')))
        .catch(() => undefined);
    }
    for (let count = 0; count < 4; count += 1)
      await attempts.take('key', isGuess, wrong).catch(() => undefined);
    expect(await attempts.take('key', isGuess, async () => 'in')).toBe('in');
    for (let count = 0; count < 5; count += 1)
      await attempts.take('key', isGuess, wrong).catch(() => undefined);
    await expect(attempts.take('key', isGuess, async () => 'in')).rejects.toBeInstanceOf(RequestRefused);
    expect(await attempts.take('other', isGuess, async () => 'in')).toBe('in');
  });
});
