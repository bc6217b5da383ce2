import type { CallOutcome } from '../call/model.ts';
import { type Instant, toEpochMs } from '../clock.ts';

/**
 * What somebody of the shift is doing, as far as calls tell: `talking`; `writing` after the talk is over; `free` between calls; `absent` has
 * had no call today.
 */
export const OPERATOR_STATES = ['talking', 'writing', 'free', 'absent'] as const;
export type OperatorState = (typeof OPERATOR_STATES)[number];

/** A call as far as a state follows from it. */
export interface StateCall {
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: CallOutcome;
  readonly talkEndedAt: Instant | null;
}

/** A state, and since when; null where nothing has happened today. */
export interface Standing {
  readonly state: OperatorState;
  readonly since: Instant | null;
  readonly calls: number;
}

/**
 * What the calls of one person say of them now.
 * @param calls of the day and of the night before it, in any order
 * @param dayStart calls begun before it are not of today, but may go on
 */
export function standingOf(calls: readonly StateCall[], dayStart: Instant): Standing {
  const real = calls.filter(({ outcome }) => outcome !== 'discarded');
  const today = real.filter(({ startedAt }) => startedAt >= dayStart).length;
  const open = latest(
    real.filter(({ endedAt }) => endedAt === null),
    ({ startedAt }) => startedAt,
  );
  if (open !== undefined) {
    const { talkEndedAt, startedAt } = open;
    return talkEndedAt === null
      ? { state: 'talking', since: startedAt, calls: today }
      : { state: 'writing', since: talkEndedAt, calls: today };
  }
  const last = latest(
    real.filter(({ endedAt }) => endedAt !== null && endedAt >= dayStart),
    ({ endedAt, startedAt }) => endedAt ?? startedAt,
  );
  if (last === undefined) return { state: 'absent', since: null, calls: today };
  return { state: 'free', since: last.endedAt, calls: today };
}

function latest<T>(all: readonly T[], at: (one: T) => Instant): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || toEpochMs(at(one)) > toEpochMs(at(best)) ? one : best),
    undefined,
  );
}
