import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** The zone of every legal day. The zone database decides about summer time, not the programmer. */
export const LEGAL_ZONE = 'Europe/Kyiv';

/** An instant as ISO 8601 in UTC with milliseconds, such as `2026-11-25T08:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A calendar day such as `2026-11-25`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/**
 * When a command was given, as the workstation saw it (sync specification 1.10).
 * `wall` is kept raw; `offsetMs` (wall minus server) is the best recent measurement, null if none exists for this boot.
 */
export const CommandTime = z.strictObject({
  /** Milliseconds since 1970 by the workstation's own clock. */
  wall: z.int(),
  offsetMs: z.int().nullable(),
  /** Half of the round trip of that measurement, in milliseconds. */
  uncertaintyMs: z.int().nonnegative().nullable(),
  /** Monotonic milliseconds since `bootId` began; shows a clock that was set back within one run. */
  mono: z.int().nonnegative(),
  bootId: z.uuid(),
});
export type CommandTime = z.infer<typeof CommandTime>;

/** Corrected time of a command in milliseconds since 1970. */
export function occurredMs(at: CommandTime): number {
  return at.wall - (at.offsetMs ?? 0);
}

/**
 * Whether the corrected time may lie in another legal day than it says: nothing was measured in this run of the machine, or the
 * uncertainty reaches across midnight in Kyiv. Such a command is accepted and marked, never refused (sync specification 1.10).
 */
export function isClockSuspect(at: CommandTime): boolean {
  if (at.offsetMs === null) return true;
  const epochMs = occurredMs(at);
  const width = at.uncertaintyMs ?? 0;
  return legalDay(epochMs - width) !== legalDay(epochMs + width);
}

/** What an exchange with the centre showed of both clocks of a machine. */
export interface ClockSample {
  readonly offsetMs: number;
  readonly uncertaintyMs: number;
  /** Monotonic time of the run when it was taken. */
  readonly mono: number;
  /** Wall minus monotonic clock at that moment. */
  readonly drift: number;
  readonly bootId: string;
}

/** The wall clock was set, or the machine slept, when it moved this much against the monotonic one, in milliseconds. */
export const CLOCK_JUMP_MS = 1000;
const DAY_MS = 24 * 3600_000;

/**
 * The time of a command that was given before anything was measured, by what the first contact shows (sync specification 1.10).
 * Within one run the monotonic clock says how long ago it was, also when the wall clock was set meanwhile. Of a run before, only
 * the wall clock is left to go by: the result keeps an uncertainty of a day, so that the legal day is confirmed by a person.
 */
export function measuredAfterwards(at: CommandTime, sample: ClockSample): CommandTime {
  if (at.offsetMs !== null) return at;
  if (at.bootId !== sample.bootId) return { ...at, offsetMs: sample.offsetMs, uncertaintyMs: DAY_MS };
  const aged = Math.ceil(Math.abs(sample.mono - at.mono) / 10_000);
  const uncertaintyMs = sample.uncertaintyMs + aged;
  const moved = sample.drift - (at.wall - at.mono);
  // The monotonic clock may stand while a machine sleeps and the wall clock does not: a night's sleep, not a clock set forward.
  const slept = moved > CLOCK_JUMP_MS && moved <= DAY_MS;
  if (slept) return { ...at, offsetMs: sample.offsetMs, uncertaintyMs: uncertaintyMs + moved };
  return { ...at, offsetMs: sample.offsetMs - moved, uncertaintyMs };
}

/** Milliseconds since 1970 as an instant. */
export function toInstant(epochMs: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ fractionalSecondDigits: 3 });
}

/** An instant as milliseconds since 1970. */
export function toEpochMs(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** Days by the hour of 1970 they hold, because every rule asks for them and the calendar is slow; never more than so many. */
const dayOfHour = new Map<number, Day>();
const MOST_HOURS = 5_000;

/** The legal day of a moment: its calendar day in Kyiv. */
export function legalDay(epochMs: number): Day {
  if (epochMs < 0) return dayInKyiv(epochMs);
  // Since 1970 Kyiv has been whole hours away from UTC: a day begins with an hour.
  const hour = Math.floor(epochMs / 3600_000);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  if (dayOfHour.size >= MOST_HOURS) dayOfHour.clear();
  const day = dayInKyiv(epochMs);
  dayOfHour.set(hour, day);
  return day;
}

function dayInKyiv(epochMs: number): Day {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(LEGAL_ZONE)
    .toPlainDate()
    .toString();
}

/**
 * A day and a time as written by hand in Kyiv, such as `2026-11-25` and `14:05`. In the hour that the end of summer time repeats it is the
 * first of the two.
 * @returns null when it is no day or no time
 */
export function legalInstant(day: string, time: string): Instant | null {
  if (!Day.safeParse(day).success || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const moment = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(LEGAL_ZONE);
  return toInstant(moment.epochMilliseconds);
}

/** The calendar year of a legal day. */
export function yearOf(day: Day): number {
  return Temporal.PlainDate.from(day).year;
}
