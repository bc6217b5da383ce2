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

/** Milliseconds since 1970 as an instant. */
export function toInstant(epochMs: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ fractionalSecondDigits: 3 });
}

/** An instant as milliseconds since 1970. */
export function toEpochMs(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** The legal day of a moment: its calendar day in Kyiv. */
export function legalDay(epochMs: number): Day {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(LEGAL_ZONE)
    .toPlainDate()
    .toString();
}

/** The calendar year of a legal day. */
export function yearOf(day: Day): number {
  return Temporal.PlainDate.from(day).year;
}
