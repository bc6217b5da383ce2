import { useEffect } from 'react';
import { create } from 'zustand';
import { CALENDAR, type Calendar } from '../../src-shared/term/calendar.ts';
import { useQuery } from '../useQuery.ts';

/** What terms are reckoned by in this window; until the answer is here, the calendar of this release. */
const useCalendarStore = create<{ readonly calendar: Calendar }>(() => ({ calendar: CALENDAR }));

/** While somebody is signed in: keeps the region's calendar at hand for everything that shows a term. */
export function useCalendarFeed(): void {
  const { value } = useQuery('calendar.get', {}, { records: ['calendar'], events: ['sync.changed'] });
  const content = value?.content;
  const key = value === undefined ? '' : `${value.revision} ${value.changedAt}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same revision is the same calendar, and what was counted by it stays counted
  useEffect(() => {
    if (content !== undefined) useCalendarStore.setState({ calendar: content });
  }, [key]);
}

/** The calendar terms are reckoned by. */
export function useCalendar(): Calendar {
  return useCalendarStore((state) => state.calendar);
}
