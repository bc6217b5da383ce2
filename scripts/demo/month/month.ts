import type { Day } from '../../../src-shared/clock.ts';
import { type Act, type ActedCall, actCall, forwarding } from './acts.ts';
import { kyivMs, workingDays } from './calendar.ts';
import { type PlannedCall, planDays, type Totals } from './plan.ts';
import { type Random, randomFrom } from './random.ts';
import { placeCalls, type Slot } from './schedule.ts';

/** The hotline's first month: over a thousand calls became 312 appeals and 697 consultations, 54 urgent ones went to the authorities. */
export const FIRST_MONTH = '2026-10';
export const FIRST_MONTH_TOTALS: Totals = { appeals: 312, consultations: 697, urgent: 54 };
export const FIRST_MONTH_SEED = 202_610;

/** Two operators take the calls. */
export const OPERATORS = 2;

/** Ordinary appeals that are handed over on the next working day; the rest waits with the centre. */
const FORWARDED_SHARE = 0.62;

/**
 * Everything that was done in some working days, in the order of time.
 * The same seed gives the same acts, byte for byte.
 */
export function generateDays(seed: number, days: readonly Day[], totals: Totals): Act[] {
  const random = randomFrom(seed);
  const worked = planDays(random, days, totals).map((calls, index) => {
    const day = days[index] ?? '';
    const slots = placeCalls(random, calls, OPERATORS);
    return { day, slots, calls: slots.map((slot) => actCall(random, day, slot)) };
  });
  const acts = worked.flatMap(({ calls }, index) => [
    ...calls.flatMap((call) => call.acts),
    ...forwardLater(random, calls, worked[index + 1]),
  ]);
  return acts.sort((a, b) => a.at - b.at || a.operator - b.operator);
}

/** The whole first month, or another with the same totals. */
export function generateMonth(
  seed = FIRST_MONTH_SEED,
  month = FIRST_MONTH,
  totals = FIRST_MONTH_TOTALS,
): Act[] {
  return generateDays(seed, workingDays(month), totals);
}

/** Ordinary appeals of a day go out on the next one, between that day's calls of the operator who registered them. */
function forwardLater(
  random: Random,
  calls: readonly ActedCall[],
  next: { readonly day: Day; readonly slots: readonly Slot<PlannedCall>[] } | undefined,
): Act[] {
  if (!next) return [];
  return calls.flatMap(({ id, operator, appeal }) => {
    const pauses = next.slots.filter((slot) => slot.operator === operator);
    if (appeal === null || appeal.urgent || pauses.length === 0 || !random.chance(FORWARDED_SHARE)) return [];
    const pause = random.pick(pauses);
    const at = kyivMs(next.day, random.int(pause.end + 5, pause.free - 5)) + random.int(0, 999);
    const channel = random.weighted(['document_system', 'email'], (name) => (name === 'email' ? 1 : 4));
    return [{ operator, at, call: id, commands: [forwarding(appeal.id, appeal.authority, channel, '')] }];
  });
}
