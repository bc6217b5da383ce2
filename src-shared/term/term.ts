import { z } from 'zod';
import type { Day } from '../clock.ts';
import {
  CALENDAR,
  type Calendar,
  type DayOff,
  daysBetween,
  holidayOn,
  isUnderMartialLaw,
  isWithin,
  kindOfNumber,
  offOf,
  workingDay,
} from './calendar.ts';
import { dayNumber, dayOfNumber, monthsLater } from './dayNumber.ts';
import type { RuleVersion } from './workCalendar.ts';

/** Every term the program knows; which amount it has on a day, and by which article, says a version of the calendar. */
export const TermId = z.enum([
  'appeal_general',
  'appeal_simple',
  'appeal_extended_total',
  'forward_by_competence',
  'return_insufficient',
  'return_nonconforming',
  'complaint_from_decision',
  'complaint_from_knowledge',
  'proposal',
  'registration',
  'storage',
  'classifier_report',
  'urgent_relay',
  'urgent_ack',
  'urgent_report',
  'callback',
  'public_info',
  'public_info_urgent',
  'public_info_extended',
  'pd_access_study',
  'pd_access_answer',
  'pd_notice',
  'pd_log_retention',
]);
export type TermId = z.infer<typeof TermId>;

/** A day and why it does not count. */
export interface SkippedDay {
  readonly day: Day;
  readonly off: DayOff;
}

/** A term in days or months and everything that made it, so that it can be explained. */
export interface Term {
  readonly rule: RuleVersion;
  /** Day of receipt; day 1 is the one after it (Civil Code, article 253). */
  readonly received: Day;
  /** Last day by counting alone. */
  readonly counted: Day;
  /** The month of `counted` has no such number as the day of receipt (article 254 part 3). */
  readonly isMonthShort: boolean;
  /** Days off that counting in working days left out, in their order; none where calendar days are counted. */
  readonly skipped: readonly SkippedDay[];
  /** Days off the end was moved over, in their order; empty when it fell on a working day. */
  readonly movedOver: readonly SkippedDay[];
  /** Holiday the term ends on and which is worked on under martial law. */
  readonly workedHoliday: string | null;
  /** Last day by law: the first working day not before `counted` (article 254 part 5). Overdue from the day after it. */
  readonly due: Day;
  /** Last day for the centre's own control: the last working day not after `counted`. */
  readonly control: Day;
}

/** Version of a rule for what was received on a day; undefined when the calendar has none. */
export function ruleOn(id: string, received: Day, { rules }: Calendar): RuleVersion | undefined {
  return rules.find((version) => version.id === id && isWithin(received, version));
}

/** Whether a rule ends at a moment and not on a day. */
export function isOfMoments({ months, days }: Pick<RuleVersion, 'months' | 'days'>): boolean {
  return months === null && days === null;
}

/** Terms by calendar, rule and day of receipt: many appeals came on the same day. Never more than so many. */
const reckoned = new WeakMap<Calendar, Map<string, Map<Day, Term>>>();
const MOST_DAYS = 20_000;

/**
 * The term of something received on a day.
 * @throws RangeError when no rule holds for that day or it is counted in hours: the data lacks a version, which is a defect
 */
export function termOf(id: TermId, received: Day, calendar: Calendar = CALENDAR): Term {
  let byRule = reckoned.get(calendar);
  if (byRule === undefined) {
    byRule = new Map();
    reckoned.set(calendar, byRule);
  }
  let byDay = byRule.get(id);
  if (byDay === undefined || byDay.size >= MOST_DAYS) {
    byDay = new Map();
    byRule.set(id, byDay);
  }
  let term = byDay.get(received);
  if (term === undefined) {
    const rule = ruleOn(id, received, calendar);
    if (rule === undefined || isOfMoments(rule))
      throw new RangeError(`no rule ${id} in days for ${received}`);
    term = termBy(rule, received, calendar);
    byDay.set(received, term);
  }
  return term;
}

/** The term by one version of a rule that counts days or months. */
export function termBy(rule: RuleVersion, received: Day, calendar: Calendar): Term {
  const start = dayNumber(received);
  const { number: counted, isShort, skipped } = countedEnd(rule, received, calendar);
  const movedOver: SkippedDay[] = [];
  let due = counted;
  if (rule.movesOn) {
    due = workingDay(counted, calendar, 1);
    for (let day = counted; day < due; day += 1) movedOver.push(skippedDay(day, calendar));
  }
  const control = Math.max(start, workingDay(counted, calendar, -1));
  const countedDay = dayOfNumber(counted);
  const holiday = isUnderMartialLaw(countedDay, calendar) ? holidayOn(countedDay, calendar) : null;
  return {
    rule,
    received,
    counted: countedDay,
    isMonthShort: isShort,
    skipped,
    movedOver,
    workedHoliday: movedOver.length === 0 ? holiday : null,
    due: dayOfNumber(due),
    control: dayOfNumber(control),
  };
}

interface CountedEnd {
  readonly number: number;
  readonly isShort: boolean;
  readonly skipped: readonly SkippedDay[];
}

function countedEnd(rule: RuleVersion, received: Day, calendar: Calendar): CountedEnd {
  const start = dayNumber(received);
  if (rule.months !== null) return { ...monthsLater(received, rule.months), skipped: [] };
  const days = rule.days ?? 0;
  if (rule.unit !== 'working') return { number: start + days, isShort: false, skipped: [] };
  const skipped: SkippedDay[] = [];
  let at = start;
  let left = days;
  // No working day at all is the same day, if that is one.
  const isWorking = (day: number) => offOf(kindOfNumber(day, calendar)) === null;
  while (left > 0 || !isWorking(at)) {
    if (left === 0) skipped.push(skippedDay(at, calendar));
    at += 1;
    if (left > 0) {
      if (isWorking(at)) left -= 1;
      else skipped.push(skippedDay(at, calendar));
    }
    if (at - start > 40_000) throw new RangeError('a calendar without working days');
  }
  return { number: at, isShort: false, skipped };
}

function skippedDay(number: number, calendar: Calendar): SkippedDay {
  const off = offOf(kindOfNumber(number, calendar));
  return { day: dayOfNumber(number), off: off ?? { kind: 'weekend' } };
}

/** Whether a term has run out on a day. */
export function isOverdue({ due }: Pick<Term, 'due'>, today: Day): boolean {
  return today > due;
}

/** Days left until the end of the last day; 0 on the last day, negative when it is over. */
export function daysLeft({ due }: Pick<Term, 'due'>, today: Day): number {
  return daysBetween(today, due);
}
