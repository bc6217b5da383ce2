import { Temporal } from 'temporal-polyfill';
import { type Instant, LEGAL_ZONE, toInstant } from '../clock.ts';

/** Times that are promised most often; `other` is written by hand. */
export const DUE_CHOICES = ['quarter', 'hour', 'today', 'tomorrow'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

/** The last half hour of the line's day: "before the end of the day" is still a time at which somebody answers. */
const END_OF_DAY = { hour: 16, minute: 30 } as const;
/** The line opens at eight; the first hour belongs to those who waited over night. */
const MORNING = { hour: 9, minute: 0 } as const;

/** The instant of a choice in Kyiv; null for "before the end of the day" when that is over. */
export function dueInstant(choice: DueChoice, nowMs: number): Instant | null {
  if (choice === 'quarter') return toInstant(nowMs + 15 * 60_000);
  if (choice === 'hour') return toInstant(nowMs + 60 * 60_000);
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(LEGAL_ZONE);
  const day = choice === 'today' ? now : now.add({ days: 1 });
  const at = day.withPlainTime(choice === 'today' ? END_OF_DAY : MORNING).epochMilliseconds;
  return at <= nowMs ? null : toInstant(at);
}
