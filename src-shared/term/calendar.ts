import data from '../catalog/calendar.json' with { type: 'json' };
import terms from '../catalog/terms.json' with { type: 'json' };
import type { Day } from '../clock.ts';
import { dayNumber, dayOfNumber, daysOf, numberOf, weekdayOf } from './dayNumber.ts';
import { CalendarContent, type DayPeriod } from './workCalendar.ts';

/** Which days are worked on, and by which rules terms are counted: data, because laws change. */
export type Calendar = CalendarContent;

/** The calendar this release was made with. */
export const CALENDAR: Calendar = CalendarContent.parse({
  weekdays: data.weekdays,
  holidays: [...data.fixed, ...data.movable],
  days: [],
  martialLaw: data.martialLaw,
  hours: data.hours,
  rules: terms.rules.flatMap(({ id, versions }) => versions.map((version) => ({ id, ...version }))),
  remindBefore: data.remindBefore,
});

/** Why a day is not worked on; `carried`: in place of a holiday that fell on a weekend (Labour Code, article 67); `ordered`: by an order. */
export type DayOff =
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday' | 'carried'; readonly holiday: string }
  | { readonly kind: 'ordered'; readonly reason: string };

/** Why a day is as it is. `moved`: worked on by an order; `workedHoliday`: a holiday worked on under martial law. */
export type DayKind =
  | DayOff
  | { readonly kind: 'working' }
  | { readonly kind: 'moved'; readonly reason: string }
  | { readonly kind: 'workedHoliday'; readonly holiday: string };

type Language = 'uk' | 'ru' | 'en';

/** Name of a holiday in a language; its id if the calendar does not know it. */
export function holidayName(id: string, language: Language, { holidays }: Calendar = CALENDAR): string {
  return holidays.find((holiday) => holiday.id === id)?.[language] ?? id;
}

/** Whether a day lies within a period. */
export function isWithin(day: Day, { from, to }: DayPeriod): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Whole days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** What a day is, and why. */
export function dayKind(day: Day, calendar: Calendar = CALENDAR): DayKind {
  return kindOfNumber(dayNumber(day), calendar);
}

/** Why a day is not worked on; null for a working day. */
export function dayOff(day: Day, calendar: Calendar = CALENDAR): DayOff | null {
  return offOf(dayKind(day, calendar));
}

/** A kind of day as a reason not to work; null when it is worked on. */
export function offOf(kind: DayKind): DayOff | null {
  return kind.kind === 'working' || kind.kind === 'moved' || kind.kind === 'workedHoliday' ? null : kind;
}

/** Whether holidays are ordinary working days on this day. */
export function isUnderMartialLaw(day: Day, { martialLaw }: Calendar = CALENDAR): boolean {
  return martialLaw.some((period) => isWithin(day, period));
}

/** The holiday a day is by its date, whether it is worked on or not. */
export function holidayOn(day: Day, calendar: Calendar = CALENDAR): string | null {
  return yearTable(Number(day.slice(0, 4)), calendar).holidays.get(dayNumber(day)) ?? null;
}

/** The first working day not before, or the last not after. @throws RangeError when there is none within ten years */
export function workingDay(number: number, calendar: Calendar, step: 1 | -1): number {
  let at = number;
  while (offOf(kindOfNumber(at, calendar)) !== null) {
    at += step;
    if (Math.abs(at - number) > 3660) throw new RangeError('a calendar without working days');
  }
  return at;
}

/** Days of one year: holidays by their number, and what every day of it is. */
interface YearTable {
  readonly first: number;
  readonly holidays: ReadonlyMap<number, string>;
  readonly kinds: readonly DayKind[];
}

const tables = new WeakMap<Calendar, Map<number, YearTable>>();

/** What the day of a number is, and why. */
export function kindOfNumber(number: number, calendar: Calendar): DayKind {
  const table = yearTable(Number(dayOfNumber(number).slice(0, 4)), calendar);
  return table.kinds[number - table.first] ?? { kind: 'working' };
}

function yearTable(year: number, calendar: Calendar): YearTable {
  let known = tables.get(calendar);
  if (known === undefined) {
    known = new Map();
    tables.set(calendar, known);
  }
  let table = known.get(year);
  if (table === undefined) {
    table = makeTable(year, calendar);
    known.set(year, table);
  }
  return table;
}

const WEEKEND: DayKind = { kind: 'weekend' };
const WORKING: DayKind = { kind: 'working' };

function makeTable(year: number, calendar: Calendar): YearTable {
  const holidays = holidaysOf(year, calendar);
  const [first, last] = [numberOf(year, 1, 1), numberOf(year, 12, 31)];
  const martial = calendar.martialLaw.map(
    ({ from, to }) =>
      [from === null ? -Infinity : dayNumber(from), to === null ? Infinity : dayNumber(to)] as const,
  );
  const isMartial = (day: number) => martial.some(([from, to]) => from <= day && day <= to);
  const isWeekday = (day: number) => calendar.weekdays.includes(weekdayOf(day));
  // What falls on the last days of a year is carried into the next one.
  const before = holidaysOf(year - 1, calendar);
  const after = holidaysOf(year + 1, calendar);
  const isHoliday = (day: number) => before.has(day) || holidays.has(day) || after.has(day);
  const week = { isMartial, isWeekday, isHoliday };
  const carried = new Map([...carriedOver(before, week), ...carriedOver(holidays, week)]);
  const kindByWeek = (day: number): DayKind => {
    if (!isWeekday(day)) return WEEKEND;
    const holiday = holidays.get(day);
    const instead = carried.get(day);
    if (holiday !== undefined)
      return isMartial(day) ? { kind: 'workedHoliday', holiday } : { kind: 'holiday', holiday };
    return instead === undefined || isMartial(day) ? WORKING : { kind: 'carried', holiday: instead };
  };
  const kinds = Array.from({ length: last - first + 1 }, (_, place) => kindByWeek(first + place));
  // An order about one day stands above the week and above the law's list.
  for (const { day, isWorking, reason } of calendar.days) {
    const number = dayNumber(day);
    if (first <= number && number <= last)
      kinds[number - first] = isWorking ? { kind: 'moved', reason } : { kind: 'ordered', reason };
  }
  return { first, holidays, kinds };
}

/** Holidays of a year by their day's number, in their order. A holiday on 29 February has no day in other years. */
function holidaysOf(year: number, { holidays }: Calendar): ReadonlyMap<number, string> {
  const easter = easterSunday(year);
  const found = holidays
    .filter(({ fromYear, toYear }) => (fromYear ?? year) <= year && year <= (toYear ?? year))
    .flatMap((holiday) => {
      if ('daysAfterEaster' in holiday) return [{ id: holiday.id, day: easter + holiday.daysAfterEaster }];
      const { id, month, day } = holiday;
      return day > daysOf(year, month) ? [] : [{ id, day: numberOf(year, month, day) }];
    })
    .sort((a, b) => a.day - b.day);
  const byDay = new Map<number, string>();
  // Two holidays on one day are one day off, under the first name.
  for (const { id, day } of found) if (!byDay.has(day)) byDay.set(day, id);
  return byDay;
}

interface Week {
  readonly isMartial: (day: number) => boolean;
  readonly isWeekday: (day: number) => boolean;
  readonly isHoliday: (day: number) => boolean;
}

const FRIDAY = 5;

/** Days off in place of the year's holidays on a Saturday or Sunday, each on the first day that is not off by itself. */
function carriedOver(
  holidays: ReadonlyMap<number, string>,
  { isMartial, isWeekday, isHoliday }: Week,
): ReadonlyMap<number, string> {
  const carried = new Map<number, string>();
  for (const [day, id] of holidays) {
    if (weekdayOf(day) <= FRIDAY || isWeekday(day) || isMartial(day)) continue;
    let next = day + 1;
    while (!isWeekday(next) || isHoliday(next) || carried.has(next)) next += 1;
    carried.set(next, id);
  }
  return carried;
}

/** Easter by the Julian reckoning, as the number of a day of today's calendar (Meeus). */
function easterSunday(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sum = moon + weekday + 114;
  const julianLag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return numberOf(year, Math.floor(sum / 31), (sum % 31) + 1) + julianLag;
}
