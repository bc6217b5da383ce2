import type { Day } from '../clock.ts';
import { addDays } from './calendar.ts';

/** One day that a feed of holidays names. Many feeds name observances that nobody has off: none counts before somebody confirms it. */
export interface FeedDay {
  readonly day: Day;
  readonly summary: string;
}

/** A feed may name this many days; what is behind is not read. */
const MOST_DAYS = 1000;
/** An event of more days than this is no holiday. */
const LONGEST = 31;

/** Days of a calendar file (iCalendar, RFC 5545), each once, in their order. Only whole days are read; a repetition rule is not followed. */
export function feedDays(text: string): FeedDay[] {
  // A long line goes on behind a line break and a space.
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const found = new Map<Day, FeedDay>();
  let event: { start?: Day | undefined; end?: Day | undefined; summary: string } | null = null;
  for (const line of lines) {
    const [name = '', value = ''] = splitAtColon(line);
    const property = name.split(';')[0]?.toUpperCase();
    if (property === 'BEGIN' && value.trim().toUpperCase() === 'VEVENT') event = { summary: '' };
    if (event === null) continue;
    if (property === 'DTSTART') event.start = dayOf(value) ?? event.start;
    if (property === 'DTEND') event.end = dayOf(value) ?? event.end;
    if (property === 'SUMMARY') event.summary = unescaped(value);
    if (property === 'END' && value.trim().toUpperCase() === 'VEVENT') {
      take(event, found);
      event = null;
    }
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, MOST_DAYS);
}

function take(
  { start, end, summary }: { start?: Day | undefined; end?: Day | undefined; summary: string },
  found: Map<Day, FeedDay>,
): void {
  if (start === undefined) return;
  // The end of a whole day is the day after it.
  const last = end === undefined || end <= start ? start : addDays(end, -1);
  for (let day = start, count = 0; day <= last && count < LONGEST; day = addDays(day, 1), count += 1) {
    if (!found.has(day)) found.set(day, { day, summary: summary.trim().slice(0, 200) || day });
  }
}

function splitAtColon(line: string): [string, string] {
  // A colon within quotes belongs to a parameter.
  const at = /^(?:[^":]|"[^"]*")*:/.exec(line)?.[0].length ?? 0;
  return at === 0 ? [line, ''] : [line.slice(0, at - 1), line.slice(at)];
}

function dayOf(value: string): Day | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(value.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${month}-${day}` : null;
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign));
}
