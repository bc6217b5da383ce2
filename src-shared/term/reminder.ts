import type { Day } from '../clock.ts';
import { type Calendar, kindOfNumber, offOf } from './calendar.ts';
import { dayNumber, dayOfNumber } from './dayNumber.ts';

/** What somebody is reminded of: a term is over; it ends today; so many working days are left, by the step that has come. */
export type ReminderStep =
  | { readonly kind: 'overdue' }
  | { readonly kind: 'today' }
  | { readonly kind: 'before'; readonly step: number };

/** Working days after today until the end of the last day, that day included. */
export function workingDaysLeft(today: Day, due: Day, calendar: Calendar): number {
  const last = dayNumber(due);
  let left = 0;
  for (let day = dayNumber(today) + 1; day <= last; day += 1) {
    if (offOf(kindOfNumber(day, calendar)) === null) left += 1;
  }
  return left;
}

/**
 * The step of reminding that has come for a term on a day; null while it is far. Steps are counted in working days, so that what is over on
 * a Monday is told of on Friday. Who was away on the day of a step is told of it when they are back.
 */
export function reminderStep(due: Day, today: Day, calendar: Calendar): ReminderStep | null {
  if (today > due) return { kind: 'overdue' };
  if (today === due) return { kind: 'today' };
  const left = workingDaysLeft(today, due, calendar);
  const reached = calendar.remindBefore.filter((step) => step >= left);
  return reached.length === 0 ? null : { kind: 'before', step: Math.min(...reached) };
}

/** The last day of a term that is already told of on a day: no later one has come to any step. */
export function lastTold(today: Day, calendar: Calendar): Day {
  const most = Math.max(0, ...calendar.remindBefore);
  const first = dayNumber(today) + 1;
  let left = 0;
  for (let day = first; day - first < MOST_DAYS; day += 1) {
    if (offOf(kindOfNumber(day, calendar)) === null) left += 1;
    // Days off behind the last of those working days are as near as it is.
    if (left > most) return dayOfNumber(day - 1);
  }
  return dayOfNumber(first + MOST_DAYS);
}

/** No step is further away, whatever the calendar. */
const MOST_DAYS = 3660;

/** Name of a step of one term, by which it is told once; what is over is told again each day. */
export function stepKey(appeal: string, due: Day, today: Day, step: ReminderStep): string {
  if (step.kind === 'overdue') return `term:${appeal}:${due}:over:${today}`;
  return `term:${appeal}:${due}:${step.kind === 'today' ? 'today' : step.step}`;
}
