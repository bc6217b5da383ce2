/** Failures that cost nothing; from the next one on each doubles the wait. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A key without a failure for this long is forgotten. */
const FORGET_MS = 60 * 60_000;
/** Keys remembered; beyond it the oldest is forgotten, so that an attacker cannot fill the memory. */
const MOST_KEYS = 10_000;

/** Slows guessing down, per key. In memory: a restart of the server forgives, which a guesser cannot bring about. */
export interface Attempts {
  /** Milliseconds to wait before this key may try; 0 when it may now. */
  waitMs(key: string): number;
  /** Counts an attempt as failed, before its outcome is known, so that parallel guesses do not slip through together. */
  begin(key: string): void;
  /** The attempt was right after all: the key starts anew. */
  succeeded(key: string): void;
}

/** @param now milliseconds since 1970 */
export function countAttempts(now: () => number): Attempts {
  const failures = new Map<string, { count: number; last: number }>();
  return {
    waitMs(key) {
      const entry = failures.get(key);
      if (!entry || entry.count < FREE_FAILURES) return 0;
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (entry.count - FREE_FAILURES));
      return Math.max(0, Math.min(wait, entry.last + wait - now()));
    },
    begin(key) {
      const entry = failures.get(key);
      const count = entry && now() - entry.last < FORGET_MS ? entry.count + 1 : 1;
      failures.delete(key);
      failures.set(key, { count, last: now() });
      const oldest = failures.keys().next();
      if (failures.size > MOST_KEYS && !oldest.done) failures.delete(oldest.value);
    },
    succeeded(key) {
      failures.delete(key);
    },
  };
}
