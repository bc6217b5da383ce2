import { Temporal } from 'temporal-polyfill';
import { type Day, LEGAL_ZONE } from '../../../src-shared/clock.ts';

/** The line is open from Monday to Friday, 8:00 to 17:00 in Kyiv. */
export const OPENS_AT_SECOND = 8 * 3600;
export const CLOSES_AT_SECOND = 17 * 3600;

/** Monday is 1. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Month of a day, January is 1. */
export function monthOf(day: Day): number {
  return Temporal.PlainDate.from(day).month;
}

/** Mondays to Fridays of a month such as `2026-10`. Public holidays are working days under martial law (Law 2136-IX, article 6). */
export function workingDays(month: string): Day[] {
  const { year, month: number, daysInMonth } = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: daysInMonth }, (_, index) =>
    Temporal.PlainDate.from({ year, month: number, day: index + 1 }).toString(),
  ).filter(isWorkingDay);
}

/** Whether the line is open on that day. */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) <= 5;
}

/** The working day before another. */
export function previousWorkingDay(day: Day): Day {
  const before = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  return isWorkingDay(before) ? before : previousWorkingDay(before);
}

/**
 * The moment of a clock reading in Kyiv.
 * @param second seconds since midnight by the clock on the wall
 * @returns milliseconds since 1970
 */
export function kyivMs(day: Day, second: number): number {
  const time = Temporal.PlainTime.from('00:00').add({ seconds: second });
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: LEGAL_ZONE, plainTime: time })
    .epochMilliseconds;
}

/** Seconds since midnight by the clock on the wall in Kyiv. */
export function kyivSecond(epochMs: number): number {
  const { hour, minute, second } =
    Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(LEGAL_ZONE);
  return hour * 3600 + minute * 60 + second;
}
