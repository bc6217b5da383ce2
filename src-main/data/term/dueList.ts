import type { z } from 'zod';
import { type Day, legalDay } from '../../../src-shared/clock.ts';
import { priorityRank } from '../../../src-shared/priority/appealPriority.ts';
import {
  bornTerm,
  DUE_STATES,
  type DueState,
  dueState,
  SOON_DAYS,
  WEEK_DAYS,
} from '../../../src-shared/term/appealTerm.ts';
import { addDays, type Calendar, daysBetween } from '../../../src-shared/term/calendar.ts';
import type { TermList, TermListInput } from '../../../src-shared/term/queries.ts';
import type { Desk } from '../desk.ts';
import { appealLines } from '../query/appeal.ts';
import type { InFlight } from '../query/delivery.ts';
import type { OpenEnd } from '../store/records/appealDue.ts';
import { regionCalendar } from './regionCalendar.ts';

/** The days of each state, from a day on. */
function spanOf(state: DueState | null, today: Day): readonly [Day, Day] {
  const [first, last] = ['0001-01-01', '9999-12-31'] as const;
  switch (state) {
    case null:
      return [first, last];
    case 'overdue':
      return [first, addDays(today, -1)];
    case 'today':
      return [today, today];
    case 'soon':
      return [addDays(today, 1), addDays(today, SOON_DAYS)];
    case 'week':
      return [addDays(today, SOON_DAYS + 1), addDays(today, WEEK_DAYS)];
    case 'later':
      return [addDays(today, WEEK_DAYS + 1), last];
  }
}

/** The last day of an open term, reckoned where none is stored. */
export function endOf({ due, day }: Pick<OpenEnd, 'due'> & { readonly day: Day }, calendar: Calendar): Day {
  return due ?? bornTerm(day, calendar).due;
}

/** Open terms that end from a day to a day, the earliest first. */
export function openEnds(desk: Desk, from: Day, to: Day): readonly (OpenEnd & { readonly due: Day })[] {
  const calendar = regionCalendar(desk);
  const { appealDue } = desk.stores.records;
  const known = [...appealDue.between(from, to), ...appealDue.unstored()].map((end) => ({
    ...end,
    due: endOf(end, calendar),
  }));
  return known
    .filter(({ due }) => from <= due && due <= to)
    .sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
}

/** term.list */
export function listTerms(
  desk: Desk,
  inFlight: InFlight,
  me: string,
  { scope, state, limit }: z.output<typeof TermListInput>,
): TermList {
  const today = legalDay(desk.time.serverMs());
  const isMeant = ({ assignee }: { readonly assignee: string | null }) =>
    scope === 'all' || assignee === (scope === 'mine' ? me : null);
  if (limit === 0) return { today, counts: countStates(desk, today, isMeant), lines: [] };
  const [from, to] = spanOf(state, today);
  const ids = openEnds(desk, from, to)
    .filter(isMeant)
    .slice(0, limit)
    .map(({ id }) => id);
  const lines = appealLines(desk, inFlight, desk.stores.records.appealDue.appealsOf(ids));
  lines.sort(
    (a, b) =>
      (a.due === b.due ? 0 : a.due < b.due ? -1 : 1) || priorityRank(a.priority) - priorityRank(b.priority),
  );
  return { today, counts: countStates(desk, today, isMeant), lines };
}

function countStates(
  desk: Desk,
  today: Day,
  isMeant: (one: { readonly assignee: string | null }) => boolean,
): Record<DueState, number> {
  const calendar = regionCalendar(desk);
  const counts = Object.fromEntries(DUE_STATES.map((state) => [state, 0])) as Record<DueState, number>;
  for (const one of desk.stores.records.appealDue.counts()) {
    if (!isMeant(one)) continue;
    const due = endOf({ due: one.due, day: one.day ?? today }, calendar);
    counts[dueState(daysBetween(today, due))] += one.count;
  }
  return counts;
}
