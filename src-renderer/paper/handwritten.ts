import { legalDay, legalInstant, yearOf } from '../../src-shared/clock.ts';

/** A day as written on a blank (`25.11`, `25.11.2026`); today's as the field begins with it. */
export function writtenDay(nowMs: number): string {
  const [year, month, day] = legalDay(nowMs).split('-');
  return `${day}.${month}.${year}`;
}

/**
 * Day and time of a call as somebody writes them by hand: dots or slashes, the year left out, `9.30` for half past nine.
 * @param nowMs for the year that was left out
 * @returns the instant, or null when it is no day or no time
 */
export function readWritten(day: string, time: string, nowMs: number): string | null {
  const date = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?$/.exec(day.trim());
  const clock = /^(\d{1,2})[:.]?(\d{2})$/.exec(time.trim());
  if (!date || !clock) return null;
  const [, dayOfMonth = '', month = '', year = String(yearOf(legalDay(nowMs)))] = date;
  const [, hour = '', minute = ''] = clock;
  const two = (digits: string) => digits.padStart(2, '0');
  return legalInstant(`${year}-${two(month)}-${two(dayOfMonth)}`, `${two(hour)}:${minute}`);
}
