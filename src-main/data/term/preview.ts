import { legalDay } from '../../../src-shared/clock.ts';
import { isMoved, recounted, termOfAppeal } from '../../../src-shared/term/appealTerm.ts';
import type { Calendar } from '../../../src-shared/term/calendar.ts';
import { type CalendarPreview, MOVED_SHOWN, type MovedAppeal } from '../../../src-shared/term/queries.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from '../query/names.ts';
import type { Breathe } from '../query/stepSort.ts';
import type { OpenTerm } from '../store/records/appealDue.ts';
import { regionCalendar } from './regionCalendar.ts';

/** Terms read in one go: one or two milliseconds. */
const PAGE = 500;

interface Moved {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Which open appeals would end on another day by a calendar. Terms are looked at in short steps between other work; what changes meanwhile
 * is found the next time.
 */
export async function previewCalendar(
  desk: Desk,
  content: Calendar,
  breathe: Breathe,
): Promise<CalendarPreview> {
  const now = regionCalendar(desk);
  const today = legalDay(desk.time.serverMs());
  const moved: Moved[] = [];
  let examined = 0;
  let last: OpenTerm | null = null;
  for (;;) {
    // The file of records may be replaced between two steps: it is never kept.
    const page: OpenTerm[] = desk.stores.records.appealDue.after(last, PAGE);
    for (const open of page) {
      examined += 1;
      const term = termOfAppeal(open, now);
      if (!isMoved(term, content)) continue;
      moved.push({ id: open.id, from: term.due, to: recounted(term, content).due });
    }
    last = page.at(-1) ?? null;
    if (page.length < PAGE) break;
    await breathe();
  }
  return {
    examined,
    later: moved.filter(({ from, to }) => to > from).length,
    earlier: moved.filter(({ from, to }) => to < from).length,
    overdue: moved.filter(({ from, to }) => to < today && from >= today).length,
    ids: moved.map(({ id }) => id) as CalendarPreview['ids'],
    lines: linesOf(desk, moved.slice(0, MOVED_SHOWN)),
  };
}

function linesOf(desk: Desk, moved: readonly Moved[]): MovedAppeal[] {
  const nameOf = operatorNames(desk);
  return moved.flatMap(({ id, from, to }) => {
    const appeal = desk.stores.records.record.get('appeal', id);
    if (appeal === undefined) return [];
    const { number, topic, assignee } = appeal;
    return [
      { id: appeal.id, number, topic, assigneeName: assignee === null ? null : nameOf(assignee), from, to },
    ];
  });
}
