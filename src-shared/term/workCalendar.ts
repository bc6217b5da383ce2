import { z } from 'zod';
import { OperatorId, RegionId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';

const name = z.string().trim().min(1).max(200);
const year = z.int().min(1900).max(2200).nullable().optional();
const named = {
  id: z.string().min(1).max(60),
  uk: name,
  ru: name,
  en: name,
  /** First and last year it is one; absent or null is open. */
  fromYear: year,
  toYear: year,
} as const;

/** A holiday by its day of the year, or by so many days after Easter. */
export const HolidayRule = z.union([
  z.strictObject({ ...named, month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({ ...named, daysAfterEaster: z.int().min(-100).max(100) }),
]);
export type HolidayRule = z.infer<typeof HolidayRule>;

const closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** A single day that is otherwise than its weekday says: moved by the government, or off by order of the head. */
export const SingleDay = z.strictObject({
  day: Day,
  isWorking: z.boolean(),
  reason: name,
  /** A short day ends at this time (the eve of a holiday, Labour Code, article 53); absent: at the usual one. */
  to: closing.optional(),
});
export type SingleDay = z.infer<typeof SingleDay>;

/** From a day to a day, both included; null is open. */
export const DayPeriod = z.strictObject({ from: Day.nullable(), to: Day.nullable() });
export type DayPeriod = z.infer<typeof DayPeriod>;

const Weekdays = z.array(z.int().min(1).max(7)).min(1).max(7);

/** The centre's own hours in Kyiv, on weekdays 1 (Monday) to 7. `to` may be `24:00`, the end of the day. */
export const CentreHours = z.strictObject({
  weekdays: Weekdays,
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: closing,
});
export type CentreHours = z.infer<typeof CentreHours>;

/** What a term rests on: an act of law, or a rule of the house. The texts of their names are `term:act.*`. */
export const TERM_ACTS = [
  'appeals',
  'record_keeping',
  'classifier',
  'information',
  'personal_data',
  'personal_data_order',
  'house',
  'other',
] as const;

/** Version of a rule of terms: exactly one of the amounts is not null. */
export const RuleVersion = z.strictObject({
  id: z.string().min(1).max(60),
  from: Day.nullable(),
  to: Day.nullable(),
  months: z.int().min(0).max(120).nullable(),
  days: z.int().min(0).max(3660).nullable(),
  hours: z.int().min(0).max(2400).nullable(),
  minutes: z.int().min(0).max(10_000).nullable(),
  /** Calendar days, working days (or the centre's hours, for hours and minutes), or exact time. */
  unit: z.enum(['calendar', 'working', 'clock']),
  /** Whether an end on a day off goes to the next working day (Civil Code, article 254 part 5). */
  movesOn: z.boolean(),
  act: z.enum(TERM_ACTS),
  /** Article or point of the act; the name of the act itself where it is `other`. */
  article: z.string().max(120),
});
export type RuleVersion = z.infer<typeof RuleVersion>;

/** Everything terms are reckoned by; what a lead or an administrator changes. */
export const CalendarContent = z.strictObject({
  /** Weekdays that are worked on by law, 1 (Monday) to 7: the centre may answer on others, too. */
  weekdays: Weekdays,
  holidays: z.array(HolidayRule).max(60),
  days: z.array(SingleDay).max(2000),
  /** While a period lasts, holidays are ordinary working days and nothing is carried over (Law 2136-IX, article 6 part 6). */
  martialLaw: z.array(DayPeriod).max(60),
  hours: CentreHours,
  rules: z.array(RuleVersion).max(300),
  /** So many working days before the end of a term its owner is reminded. */
  remindBefore: z.array(z.int().min(1).max(60)).max(10),
});
export type CalendarContent = z.infer<typeof CalendarContent>;

/** The calendar of a region. Its id is the region; where there is none, the one this release was made with holds. */
export const WorkCalendar = CalendarContent.extend({
  id: RegionId,
  region: RegionId,
  /** Raised by every change: what a change compares with. */
  revision: z.int().min(1),
  changedAt: Instant,
  changedBy: OperatorId,
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

/** What of a calendar's record its readers reckon by. */
export function contentOf({
  weekdays,
  holidays,
  days,
  martialLaw,
  hours,
  rules,
  remindBefore,
}: CalendarContent): CalendarContent {
  return { weekdays, holidays, days, martialLaw, hours, rules, remindBefore };
}
