import { type Day, legalDay } from '../../src-shared/clock.ts';
import type { Act } from './month/acts.ts';
import { isWorkingDay, previousWorkingDay } from './month/calendar.ts';
import { generateDays } from './month/month.ts';
import type { Totals } from './month/plan.ts';

/** An ordinary day of the line: 46 calls. */
const DAY_TOTALS: Totals = { appeals: 14, consultations: 32, urgent: 3 };

/** Fewer finished calls are no day to show yet. */
const FEWEST_CALLS = 10;

/** A day of calls to show. */
export interface DemoDay {
  readonly day: Day;
  readonly acts: readonly Act[];
}

/**
 * The calls of today until now; of the last working day when the line is closed today or has hardly opened.
 * The same day is always the same.
 * @param nowMs milliseconds since 1970
 */
export function demoDay(nowMs: number): DemoDay {
  const today = legalDay(nowMs);
  if (isWorkingDay(today)) {
    const acts = finishedBy(nowMs, actsOf(today));
    if (new Set(acts.map((act) => act.call)).size >= FEWEST_CALLS) return { day: today, acts };
  }
  const day = previousWorkingDay(today);
  return { day, acts: actsOf(day) };
}

function actsOf(day: Day): Act[] {
  return generateDays(Number(day.replaceAll('-', '')), [day], DAY_TOTALS);
}

/** Acts up to now of calls that have ended by now: nobody sits at these desks to end an open one. */
function finishedBy(nowMs: number, acts: readonly Act[]): Act[] {
  const ended = new Set(
    acts
      .filter((act) => act.at <= nowMs && act.commands.some((command) => command.kind === 'call.finish'))
      .map((act) => act.call),
  );
  return acts.filter((act) => act.at <= nowMs && ended.has(act.call));
}
