import type { CalendarContent } from '../../src-shared/term/workCalendar.ts';
import { type EditedCalendar, keepCalendar } from './store.ts';

/** The calendar being changed, or as it stands. */
export interface Edit {
  readonly content: CalendarContent;
  readonly change: (part: Partial<CalendarContent>) => void;
}

/** What panels change: nothing of it counts before it is saved. */
export function editOf(now: CalendarContent, revision: number, draft: EditedCalendar | null): Edit {
  const content = draft?.content ?? now;
  return {
    content,
    change: (part) => keepCalendar(draft, { content: { ...content, ...part }, expected: revision }),
  };
}
