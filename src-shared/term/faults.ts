import { CALENDAR } from './calendar.ts';
import { dayNumber } from './dayNumber.ts';
import { isOfMoments, TermId } from './term.ts';
import type { CalendarContent, DayPeriod, RuleVersion } from './workCalendar.ts';

/** What makes a calendar impossible to reckon by. `amount`: not exactly one, or of the wrong kind; `gap`: days without one version. */
export const CALENDAR_FAULTS = ['amount', 'gap', 'missing', 'period', 'hours', 'day', 'holiday'] as const;
export type CalendarFaultKind = (typeof CALENDAR_FAULTS)[number];

export interface CalendarFault {
  readonly fault: CalendarFaultKind;
  /** Rule, day or holiday it is about; empty when there is only one of the kind. */
  readonly what: string;
}

/** The first thing that is wrong with a calendar; null when terms can be reckoned by it. */
export function calendarFault(content: CalendarContent): CalendarFault | null {
  return (
    periodFault(content) ??
    hoursFault(content) ??
    doubled(
      'day',
      content.days.map(({ day }) => day),
    ) ??
    doubled(
      'holiday',
      content.holidays.map(({ id }) => id),
    ) ??
    TermId.options.map((id) => ruleFault(id, content.rules)).find((fault) => fault !== null) ??
    null
  );
}

function isBackwards({ from, to }: DayPeriod): boolean {
  return from !== null && to !== null && from > to;
}

function periodFault({ martialLaw }: CalendarContent): CalendarFault | null {
  const bad = martialLaw.find(isBackwards);
  return bad === undefined ? null : { fault: 'period', what: bad.from ?? '' };
}

function hoursFault({ hours }: CalendarContent): CalendarFault | null {
  return hours.from < hours.to ? null : { fault: 'hours', what: '' };
}

function doubled(fault: CalendarFaultKind, keys: readonly string[]): CalendarFault | null {
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  return twice === undefined ? null : { fault, what: twice };
}

/** Every day must have exactly one version of every rule: they follow each other from no beginning to no end. */
function ruleFault(id: TermId, rules: readonly RuleVersion[]): CalendarFault | null {
  const versions = rules
    .filter((rule) => rule.id === id)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  if (versions.length === 0) return { fault: 'missing', what: id };
  if (versions.some((version) => !isOfKind(id, version))) return { fault: 'amount', what: id };
  const isWhole = versions.every(({ from, to }, place) => {
    const next = versions[place + 1];
    if (place === 0 && from !== null) return false;
    if (next === undefined) return to === null;
    return to !== null && next.from !== null && to >= (from ?? '') && isDayAfter(next.from, to);
  });
  return isWhole ? null : { fault: 'gap', what: id };
}

function isDayAfter(day: string, before: string): boolean {
  return dayNumber(day) === dayNumber(before) + 1;
}

/** Exactly one amount, in days where the program asks for a day and in hours where it asks for a moment, in a unit that fits it. */
function isOfKind(id: TermId, version: RuleVersion): boolean {
  const { months, days, hours, minutes, unit } = version;
  const said = [months, days, hours, minutes].filter((amount) => amount !== null);
  const usual = CALENDAR.rules.find((rule) => rule.id === id);
  if (said.length !== 1 || usual === undefined || isOfMoments(usual) !== isOfMoments(version)) return false;
  if (months !== null) return unit === 'calendar';
  return days === null ? unit !== 'calendar' : unit !== 'clock';
}
