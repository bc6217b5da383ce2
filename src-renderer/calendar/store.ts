import { create } from 'zustand';
import { legalDay } from '../../src-shared/clock.ts';
import type { CalendarContent, SingleDay } from '../../src-shared/term/workCalendar.ts';

/** What of the calendar is looked at beside the year. */
export const CALENDAR_PANELS = ['day', 'martialLaw', 'hours', 'rules', 'feed'] as const;
export type CalendarPanel = (typeof CALENDAR_PANELS)[number];

interface CalendarEdit {
  readonly panel: CalendarPanel;
  readonly year: number;
  readonly day: string;
  /** What has been changed and not yet saved, with the revision it was begun from. */
  readonly draft: { readonly content: CalendarContent; readonly expected: number } | null;
  /** The calendar before the last save of this window: what undoing brings back. */
  readonly former: CalendarContent | null;
}

const today = legalDay(Date.now());

/** The calendar as it is being changed. It stays while other sections are looked at. */
export const useCalendarEdit = create<CalendarEdit>(() => ({
  panel: 'day',
  year: Number(today.slice(0, 4)),
  day: today,
  draft: null,
  former: null,
}));

/** Looks at a day, in its year. */
export function lookAt(day: string): void {
  useCalendarEdit.setState({ day, year: Number(day.slice(0, 4)) });
}

/** A calendar with one day as it was ordered, or as its weekday says when `ordered` is null. */
export function withDay(content: CalendarContent, day: string, ordered: SingleDay | null): CalendarContent {
  const others = content.days.filter((other) => other.day !== day);
  const days = ordered === null ? others : [...others, ordered];
  return { ...content, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}
