import type { CalendarContent } from '../../src-shared/term/workCalendar.ts';
import { useCalendarEdit } from './store.ts';

/** The calendar being changed, or as it stands. */
export interface Edit {
  readonly content: CalendarContent;
  readonly change: (part: Partial<CalendarContent>) => void;
}

/** What panels change: nothing of it counts before it is saved. */
export function editOf(now: CalendarContent, revision: number, draft: CalendarContent | null): Edit {
  const content = draft ?? now;
  return {
    content,
    change: (part) =>
      useCalendarEdit.setState((before) => ({
        draft: { content: { ...content, ...part }, expected: before.draft?.expected ?? revision },
      })),
  };
}
