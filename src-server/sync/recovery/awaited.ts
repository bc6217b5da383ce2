import { legalDay, toEpochMs } from '../../../src-shared/clock.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is looked at of a workstation. */
export interface Seen {
  readonly id: string;
  readonly seen_at: string;
  readonly revoked: number;
}

/**
 * Workstations that a recovery waits for: not revoked, and seen within the last working day before any of them was seen last. Counted
 * from the restored data, not from now: the server may have been down for days.
 */
export function awaitedAmong(stations: readonly Seen[]): string[] {
  const living = stations.filter(({ revoked }) => revoked === 0);
  if (living.length === 0) return [];
  const since = aWorkingDayBefore(Math.max(...living.map(({ seen_at }) => toEpochMs(seen_at))));
  return living.filter(({ seen_at }) => toEpochMs(seen_at) >= since).map(({ id }) => id);
}

/** The same time of the working day before: on a Monday that is Friday. */
function aWorkingDayBefore(ms: number): number {
  let before = ms - DAY_MS;
  while (isWeekend(before)) before -= DAY_MS;
  return before;
}

function isWeekend(ms: number): boolean {
  const weekday = new Date(`${legalDay(ms)}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
