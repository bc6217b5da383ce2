import type { BreakReason, DutyState } from './model.ts';

const MINUTE_MS = 60_000;

/**
 * After a call: two minutes are enough to complete a card that was written during the talk. The limit only informs; nothing is closed, sent
 * or thrown away by it.
 */
export const WRAP_UP_LIMIT_MS = 2 * MINUTE_MS;

/** What each "more time" adds. */
export const EXTENSION_MS = 2 * MINUTE_MS;

/**
 * Breaks. The screen breaks of the sanitary rules for work at displays are a quarter of an hour; a meal is half an hour at least by the labour
 * code, art. 66, and an hour with the way there and back; the others are as long as a person can be away unnoticed.
 */
const BREAK_LIMITS_MS: Readonly<Record<BreakReason, number>> = {
  rest: 15 * MINUTE_MS,
  meal: 60 * MINUTE_MS,
  technical: 30 * MINUTE_MS,
  personal: 10 * MINUTE_MS,
};

/**
 * How long a spell may last before the operator is reminded, in milliseconds; null where there is no limit.
 * @param extensions how often more time was asked for
 */
export function dutyLimitMs(state: DutyState, reason: BreakReason | null, extensions: number): number | null {
  if (state === 'wrapUp') return WRAP_UP_LIMIT_MS + extensions * EXTENSION_MS;
  if (state === 'break' && reason !== null) return BREAK_LIMITS_MS[reason] + extensions * EXTENSION_MS;
  return null;
}
