import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import data from '../catalog/terms.json' with { type: 'json' };
import type { Day } from '../clock.ts';
import {
  addDays,
  CALENDAR,
  type Calendar,
  type DayOff,
  dayOff,
  holidayOn,
  isUnderMartialLaw,
  isWithin,
  type Period,
} from './calendar.ts';

/** Terms of Law 393/96-ВР: general, without study, the most with an extension (article 20); forwarding and returning (7 and 5). */
export const TermId = z.enum([
  'appeal_general',
  'appeal_simple',
  'appeal_extended_total',
  'forward_by_competence',
  'return_insufficient',
  'return_nonconforming',
]);
export type TermId = z.infer<typeof TermId>;

/** How long a term is for what was received within a period: exactly one of months and days. */
export interface TermRule extends Period {
  readonly id: TermId;
  readonly months: number | null;
  readonly days: number | null;
  /** Article of Law 393/96-ВР. */
  readonly article: string;
}

/** The rules this release was made with. */
export const TERM_RULES: readonly TermRule[] = data.rules.map((rule) => ({
  ...rule,
  id: TermId.parse(rule.id),
}));

/** A term and everything that made it, so that it can be explained. */
export interface Term {
  readonly rule: TermRule;
  /** Day of receipt; day 1 is the one after it (Civil Code, article 253). */
  readonly received: Day;
  /** Last day by counting alone. */
  readonly counted: Day;
  /** The month of `counted` has no such number as the day of receipt (article 254 part 3). */
  readonly isMonthShort: boolean;
  /** Days off the end was moved over, in their order; empty when it fell on a working day. */
  readonly movedOver: readonly { readonly day: Day; readonly off: DayOff }[];
  /** Holiday the term ends on and which is worked on under martial law. */
  readonly workedHoliday: string | null;
  /** Last day by law: the first working day not before `counted` (article 254 part 5). Overdue from the day after it. */
  readonly due: Day;
  /** Last day for the centre's own control: the last working day not after `counted`. */
  readonly control: Day;
}

/**
 * The term of something received on a day.
 * @throws RangeError when no rule holds for that day: the data lacks a version, which is a defect
 */
export function termOf(
  id: TermId,
  received: Day,
  calendar: Calendar = CALENDAR,
  rules: readonly TermRule[] = TERM_RULES,
): Term {
  const rule = rules.find((candidate) => candidate.id === id && isWithin(received, candidate));
  if (rule === undefined) throw new RangeError(`no rule ${id} for ${received}`);
  const start = Temporal.PlainDate.from(received);
  const end = start.add({ months: rule.months ?? 0, days: rule.days ?? 0 });
  const counted = end.toString();
  const movedOver: { day: Day; off: DayOff }[] = [];
  let due = counted;
  for (let off = dayOff(due, calendar); off !== null; off = dayOff(due, calendar)) {
    movedOver.push({ day: due, off });
    due = addDays(due, 1);
  }
  let control = counted;
  while (dayOff(control, calendar) !== null) control = addDays(control, -1);
  const holiday = isUnderMartialLaw(counted, calendar) ? holidayOn(counted, calendar) : null;
  return {
    rule,
    received,
    counted,
    isMonthShort: rule.months !== null && end.day !== start.day,
    movedOver,
    workedHoliday: movedOver.length === 0 ? holiday : null,
    due,
    control,
  };
}

/** Whether a term has run out on a day. */
export function isOverdue({ due }: Pick<Term, 'due'>, today: Day): boolean {
  return today > due;
}

/** Days left until the end of the last day; 0 on the last day, negative when it is over. */
export function daysLeft({ due }: Pick<Term, 'due'>, today: Day): number {
  return Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(due)).days;
}
