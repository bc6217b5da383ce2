import { v7 as mint } from 'uuid';
import { z } from 'zod';
import { create } from 'zustand';
import { legalDay } from '../../src-shared/clock.ts';
import { CalendarContent, type SingleDay } from '../../src-shared/term/workCalendar.ts';
import { keepUnfinished } from '../unfinished/unfinished.ts';
import { useBegun } from '../unfinished/useBegun.ts';

/** What of the calendar is looked at beside the year. */
export const CALENDAR_PANELS = ['day', 'martialLaw', 'hours', 'rules', 'feed'] as const;
export type CalendarPanel = (typeof CALENDAR_PANELS)[number];

interface CalendarEdit {
  readonly panel: CalendarPanel;
  readonly year: number;
  readonly day: string;
  /** The calendar before the last save of this window: what undoing brings back. */
  readonly former: CalendarContent | null;
}

const today = legalDay(Date.now());

/** What of the calendar is looked at. It stays while other sections are. */
export const useCalendarEdit = create<CalendarEdit>(() => ({
  panel: 'day',
  year: Number(today.slice(0, 4)),
  day: today,
  former: null,
}));

const PART = 'calendar';

/** What has been changed and not yet saved, with the revision it was begun from: on disk with every pause, and for its author alone. */
const EditedCalendar = z.object({
  id: z.string(),
  content: CalendarContent,
  expected: z.int().nonnegative(),
});
export type EditedCalendar = z.infer<typeof EditedCalendar>;

/** The calendar the signed-in person is changing; null when nothing is changed. */
export function useCalendarDraft(): EditedCalendar | null {
  return useBegun(PART, EditedCalendar) ?? null;
}

/** Keeps what is being changed. */
export function keepCalendar(
  draft: EditedCalendar | null,
  { content, expected }: Omit<EditedCalendar, 'id'>,
): void {
  const id = draft?.id ?? mint();
  keepUnfinished(id, PART, { id, content, expected: draft?.expected ?? expected });
}

/** It is saved, or given up. */
export function endCalendar({ id }: EditedCalendar): void {
  keepUnfinished(id, PART, null);
}

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
