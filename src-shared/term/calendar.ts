import { Temporal } from 'temporal-polyfill';
import data from '../catalog/calendar.json' with { type: 'json' };
import type { Day } from '../clock.ts';

/** A holiday of the Labour Code, article 73: on a day of the year, or so many days after Easter. */
export type Holiday =
  | { readonly id: string; readonly month: number; readonly day: number }
  | { readonly id: string; readonly daysAfterEaster: number };

/** From a day to a day, both included; null is open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Which days are not worked on, as data: laws change them. */
export interface Calendar {
  readonly holidays: readonly Holiday[];
  /** While it lasts holidays are ordinary working days and nothing is carried over (Law 2136-IX, article 6 part 6). */
  readonly martialLaw: readonly Period[];
}

/** The calendar this release was made with. */
export const CALENDAR: Calendar = {
  holidays: [...data.fixed, ...data.movable],
  martialLaw: data.martialLaw,
};

/** Why a day is not worked on; `carried`: in place of a holiday that fell on a weekend (Labour Code, article 67). */
export type DayOff =
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday' | 'carried'; readonly holiday: string };

type Language = 'uk' | 'ru' | 'en';
const names = new Map([...data.fixed, ...data.movable].map((holiday) => [holiday.id, holiday]));

/** Name of a holiday in a language; its id if this release does not know it. */
export function holidayName(id: string, language: Language): string {
  return names.get(id)?.[language] ?? id;
}

/** Whether a day lies within a period. */
export function isWithin(day: Day, { from, to }: Period): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Why a day is not worked on; null for a working day. */
export function dayOff(day: Day, calendar: Calendar = CALENDAR): DayOff | null {
  const date = Temporal.PlainDate.from(day);
  if (date.dayOfWeek > 5) return { kind: 'weekend' };
  if (isUnderMartialLaw(day, calendar)) return null;
  const holiday = holidayOn(day, calendar);
  if (holiday !== null) return { kind: 'holiday', holiday };
  const carried = carriedOver(date.year, calendar).get(day);
  return carried === undefined ? null : { kind: 'carried', holiday: carried };
}

/** Whether holidays are ordinary working days on this day. */
export function isUnderMartialLaw(day: Day, { martialLaw }: Calendar = CALENDAR): boolean {
  return martialLaw.some((period) => isWithin(day, period));
}

/** The holiday a day is by its date, whether it is worked on or not. */
export function holidayOn(day: Day, calendar: Calendar = CALENDAR): string | null {
  return (
    holidaysOf(Temporal.PlainDate.from(day).year, calendar).find((known) => known.day === day)?.id ?? null
  );
}

function holidaysOf(year: number, { holidays }: Calendar): { readonly id: string; readonly day: Day }[] {
  const easter = easterSunday(year);
  return holidays
    .map((holiday) => {
      const date =
        'month' in holiday
          ? Temporal.PlainDate.from({ year, month: holiday.month, day: holiday.day })
          : easter.add({ days: holiday.daysAfterEaster });
      return { id: holiday.id, day: date.toString() };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days off in place of the year's holidays on a weekend, each on the first day that is not off by itself. */
function carriedOver(year: number, calendar: Calendar): ReadonlyMap<Day, string> {
  const holidays = holidaysOf(year, calendar);
  const ownDays = new Set(holidays.map(({ day }) => day));
  const carried = new Map<Day, string>();
  for (const { id, day } of holidays) {
    if (Temporal.PlainDate.from(day).dayOfWeek <= 5 || isUnderMartialLaw(day, calendar)) continue;
    let next = addDays(day, 1);
    while (Temporal.PlainDate.from(next).dayOfWeek > 5 || ownDays.has(next) || carried.has(next))
      next = addDays(next, 1);
    carried.set(next, id);
  }
  return carried;
}

/** Easter by the Julian reckoning, as a day of today's calendar (Meeus). */
function easterSunday(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sum = moon + weekday + 114;
  const julianLag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  const julian = Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
  return julian.add({ days: julianLag });
}
