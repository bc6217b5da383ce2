import { Temporal } from 'temporal-polyfill';
import { type Instant, LEGAL_ZONE, legalDay, toInstant } from '../clock.ts';
import { CALENDAR, type Calendar, dayKind } from '../term/calendar.ts';

/** Times that are promised most often; `other` is written by hand. */
export const DUE_CHOICES = ['quarter', 'hour', 'today', 'tomorrow'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

/** The last half hour of the line's day: "before the end of the day" is still a time at which somebody answers. */
const END_OF_DAY = { hour: 16, minute: 30 } as const;
/** The line opens at eight; the first hour belongs to those who waited over night. */
const MORNING = { hour: 9, minute: 0 } as const;
/** A calendar with more days off in a row is none to go by. */
const MOST_OFF = 31;

/**
 * The instant of a choice in Kyiv. "Tomorrow" is the next day on which the line answers: nobody is promised a call on a day off.
 * @param calendar the region's days off
 * @returns null for "before the end of the day" when that is over, or when the day is one off
 */
export function dueInstant(choice: DueChoice, nowMs: number, calendar: Calendar = CALENDAR): Instant | null {
  if (choice === 'quarter') return toInstant(nowMs + 15 * 60_000);
  if (choice === 'hour') return toInstant(nowMs + 60 * 60_000);
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(LEGAL_ZONE);
  if (choice === 'today') {
    const at = now.withPlainTime(END_OF_DAY).epochMilliseconds;
    return at <= nowMs || isOff(now.toPlainDate(), calendar) ? null : toInstant(at);
  }
  let next = now.add({ days: 1 });
  for (let over = 0; over < MOST_OFF && isOff(next.toPlainDate(), calendar); over += 1)
    next = next.add({ days: 1 });
  return toInstant(next.withPlainTime(MORNING).epochMilliseconds);
}

/** Whether the day after a moment is one off, so that "tomorrow" would be said wrongly. */
export function isTomorrowOff(nowMs: number, calendar: Calendar = CALENDAR): boolean {
  return isOff(Temporal.PlainDate.from(legalDay(nowMs)).add({ days: 1 }), calendar);
}

/** Whether nobody answers on a day: by order, on a holiday, or on a weekday without hours. */
function isOff(date: Temporal.PlainDate, calendar: Calendar): boolean {
  const { kind } = dayKind(date.toString(), calendar);
  if (kind === 'moved') return false;
  if (kind === 'holiday' || kind === 'carried' || kind === 'ordered') return true;
  return !calendar.hours.weekdays.includes(date.dayOfWeek);
}
