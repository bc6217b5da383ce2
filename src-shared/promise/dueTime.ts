import { Temporal } from 'temporal-polyfill';
import { type Instant, LEGAL_ZONE, legalDay, toInstant } from '../clock.ts';
import { addDays, dayOff } from '../term/calendar.ts';

/** Times that are promised most often; `other` is written by hand. */
export const DUE_CHOICES = ['quarter', 'hour', 'today', 'tomorrow'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

/** The last half hour of the line's day: "before the end of the day" is still a time at which somebody answers. */
const END_OF_DAY = { hour: 16, minute: 30 } as const;
/** The line opens at eight; the first hour belongs to those who waited over night. */
const MORNING = { hour: 9, minute: 0 } as const;

/**
 * The instant of a choice in Kyiv. "Tomorrow" is the next day on which the line answers: nobody is promised a call on a day off.
 * @returns null for "before the end of the day" when that is over, or when the day is one off
 */
export function dueInstant(choice: DueChoice, nowMs: number): Instant | null {
  if (choice === 'quarter') return toInstant(nowMs + 15 * 60_000);
  if (choice === 'hour') return toInstant(nowMs + 60 * 60_000);
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(LEGAL_ZONE);
  if (choice === 'today') {
    const at = now.withPlainTime(END_OF_DAY).epochMilliseconds;
    return at <= nowMs || isOff(now) ? null : toInstant(at);
  }
  let next = now.add({ days: 1 });
  while (isOff(next)) next = next.add({ days: 1 });
  return toInstant(next.withPlainTime(MORNING).epochMilliseconds);
}

/** Whether the day after a moment is one off, so that "tomorrow" would be said wrongly. */
export function isTomorrowOff(nowMs: number): boolean {
  return dayOff(addDays(legalDay(nowMs), 1)) !== null;
}

function isOff(date: Temporal.ZonedDateTime): boolean {
  return dayOff(date.toPlainDate().toString()) !== null;
}
