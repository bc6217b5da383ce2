import { Temporal } from 'temporal-polyfill';
import { type Day, type Instant, LEGAL_ZONE, legalDay, toEpochMs, toInstant } from '../clock.ts';
import { CALENDAR, type Calendar, dayKind } from './calendar.ts';
import { dayNumber, dayOfNumber, weekdayOf } from './dayNumber.ts';
import { isOfMoments, ruleOn, type TermId } from './term.ts';
import type { RuleVersion } from './workCalendar.ts';

/** A term that ends at a moment. */
export interface MomentTerm {
  readonly rule: RuleVersion;
  readonly start: Instant;
  readonly due: Instant;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Years of days looked at for working hours; more is a calendar without any. */
const MOST_DAYS = 3660;

/**
 * The end of a term in hours or minutes: exact time, so that twenty-four hours are twenty-four also in the night the clock changes; or the
 * centre's hours, where the unit is working time.
 * @throws RangeError when no rule holds or it is counted in days: the data lacks a version, which is a defect
 */
export function momentTermOf(id: TermId, start: Instant, calendar: Calendar = CALENDAR): MomentTerm {
  const rule = ruleOn(id, legalDay(toEpochMs(start)), calendar);
  if (rule === undefined || !isOfMoments(rule)) throw new RangeError(`no rule ${id} in hours for ${start}`);
  return momentTermBy(rule, start, calendar);
}

/** The end by one version of a rule that counts hours or minutes. */
export function momentTermBy(rule: RuleVersion, start: Instant, calendar: Calendar): MomentTerm {
  const lasts = (rule.hours ?? 0) * HOUR_MS + (rule.minutes ?? 0) * MINUTE_MS;
  const from = toEpochMs(start);
  const due = rule.unit === 'working' ? afterOpenTime(from, lasts, calendar) : from + lasts;
  return { rule, start, due: toInstant(due) };
}

/** When so much of the centre's time has passed. */
function afterOpenTime(fromMs: number, lastsMs: number, calendar: Calendar): number {
  let left = lastsMs;
  const first = dayNumber(legalDay(fromMs));
  for (let day = first; day - first < MOST_DAYS; day += 1) {
    const open = openHours(dayOfNumber(day), calendar);
    if (open === null) continue;
    const begins = Math.max(open.fromMs, fromMs);
    const here = open.toMs - begins;
    // What ends with the day ends then, and not with the opening of the next one.
    if (here > 0 && left <= here) return begins + left;
    if (here > 0) left -= here;
  }
  throw new RangeError('a calendar without open hours');
}

/** The centre's hours on a day as moments, the end not included; null on a day it is closed. */
export function openHours(
  day: Day,
  calendar: Calendar,
): { readonly fromMs: number; readonly toMs: number } | null {
  const { weekdays, from, to } = calendar.hours;
  const { kind } = dayKind(day, calendar);
  const isClosed = kind === 'holiday' || kind === 'carried' || kind === 'ordered';
  if (isClosed || (kind !== 'moved' && !weekdays.includes(weekdayOf(dayNumber(day))))) return null;
  const ends = calendar.days.find((one) => one.day === day)?.to ?? to;
  if (ends <= from) return null;
  const toMs = ends === '24:00' ? momentOf(dayOfNumber(dayNumber(day) + 1), '00:00') : momentOf(day, ends);
  return { fromMs: momentOf(day, from), toMs };
}

/** Whether the centre is at work at a moment: nobody is reminded at night or on a day off. */
export function isOpenAt(epochMs: number, calendar: Calendar): boolean {
  const open = openHours(legalDay(epochMs), calendar);
  return open !== null && open.fromMs <= epochMs && epochMs < open.toMs;
}

/**
 * The day an appeal is registered on: that of its receipt, or the next one the centre works on when it came after hours or on a day off
 * (resolution 348).
 */
export function registrationDay(epochMs: number, calendar: Calendar = CALENDAR): Day {
  const first = dayNumber(legalDay(epochMs));
  for (let day = first; day - first < MOST_DAYS; day += 1) {
    const open = openHours(dayOfNumber(day), calendar);
    if (open !== null && epochMs < open.toMs) return dayOfNumber(day);
  }
  throw new RangeError('a calendar without open hours');
}

/** A time of a day in Kyiv; of an hour that comes twice the first, of one that is left out the moment after it. */
function momentOf(day: Day, time: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(LEGAL_ZONE).epochMilliseconds;
}
