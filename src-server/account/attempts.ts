import { RequestRefused } from '../requestRefused.ts';

/** Failures that cost nothing; from the next one on each doubles the wait. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A key without a failure for this long is forgotten. */
const FORGET_MS = 60 * 60_000;
/** Keys remembered; beyond it the oldest is forgotten, so that an attacker cannot fill the memory. */
const MOST_KEYS = 10_000;
/** Attempts of one key that may wait for their turn. */
const MOST_WAITING = 20;

/** Slows guessing down, per key. In memory: a restart of the server forgives, which a guesser cannot bring about. */
export interface Attempts {
  /**
   * Does the work when this key may try now. Attempts of one key take turns, so that parallel guesses do not slip through together.
   * @param isGuess whether what the work threw was a wrong guess
   * @throws RequestRefused `too_many_requests` with the time to wait, else what the work throws
   */
  take<T>(key: string, isGuess: (error: unknown) => boolean, work: () => Promise<T>): Promise<T>;
}

interface Failures {
  readonly count: number;
  readonly last: number;
}

/** @param now milliseconds since 1970 */
export function countAttempts(now: () => number): Attempts {
  const failures = new Map<string, Failures>();
  const turns = new Map<string, { waiting: number; last: Promise<unknown> }>();

  const attempt = async <T>(
    key: string,
    isGuess: (error: unknown) => boolean,
    work: () => Promise<T>,
  ): Promise<T> => {
    const waitMs = waitAfter(failures.get(key), now());
    if (waitMs > 0) throw new RequestRefused('too_many_requests', waitMs);
    try {
      const value = await work();
      failures.delete(key);
      return value;
    } catch (error) {
      if (isGuess(error)) remember(failures, key, now());
      throw error;
    }
  };

  return {
    async take(key, isGuess, work) {
      const turn = turns.get(key) ?? { waiting: 0, last: Promise.resolve() };
      if (turn.waiting >= MOST_WAITING) throw new RequestRefused('too_many_requests', FIRST_WAIT_MS);
      turns.set(key, turn);
      turn.waiting += 1;
      const mine = turn.last.then(async () => await attempt(key, isGuess, work));
      // The next one's turn comes however this one ends; the outcome itself goes to whoever asked.
      turn.last = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        turn.waiting -= 1;
        if (turn.waiting === 0) turns.delete(key);
      }
    },
  };
}

function waitAfter(failures: Failures | undefined, now: number): number {
  if (!failures || failures.count < FREE_FAILURES) return 0;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures.count - FREE_FAILURES));
  // A clock set back must not lock anybody out for longer than the wait itself.
  return Math.max(0, Math.min(wait, failures.last + wait - now));
}

function remember(failures: Map<string, Failures>, key: string, now: number): void {
  const before = failures.get(key);
  const count = before && now - before.last < FORGET_MS ? before.count + 1 : 1;
  failures.delete(key);
  failures.set(key, { count, last: now });
  const oldest = failures.keys().next();
  if (failures.size > MOST_KEYS && !oldest.done) failures.delete(oldest.value);
}
