/** How near the time of a promise is. */
export type PromiseDue = 'later' | 'soon' | 'overdue';

/** A call back is prepared a quarter of an hour before: the card is read, the answer found. */
const SOON_MS = 15 * 60_000;

/**
 * Where a promise stands against its time.
 * @param dueMs milliseconds since 1970, as `nowMs`
 */
export function promiseDue(dueMs: number, nowMs: number): PromiseDue {
  if (nowMs >= dueMs) return 'overdue';
  return dueMs - nowMs <= SOON_MS ? 'soon' : 'later';
}
