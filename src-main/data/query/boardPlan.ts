import type { z } from 'zod';
import { BROWSE_DAYS, fitsFilter } from '../../../src-shared/appeal/browse.ts';
import { isOpen } from '../../../src-shared/appeal/status.ts';
import { type BoardPlan, type BoardPlanInput, MOST_MOVED } from '../../../src-shared/board/queries.ts';
import { shareOut } from '../../../src-shared/board/share.ts';
import { legalDay } from '../../../src-shared/clock.ts';
import { isTermRunning } from '../../../src-shared/control/life.ts';
import { SOON_DAYS } from '../../../src-shared/term/appealTerm.ts';
import { addDays } from '../../../src-shared/term/calendar.ts';
import type { Desk } from '../desk.ts';
import type { AppealRow } from '../store/records/appealRow.ts';
import { endOf } from '../term/dueList.ts';
import { regionCalendar } from '../term/regionCalendar.ts';
import { districtOf } from './selectAppeals.ts';
import type { Breathe } from './stepSort.ts';

/** Appeals read in one go. */
const PAGE = 1000;
const DAY_MS = 86_400_000;

/** board.plan: which open appeals are meant, and who would get how many of them. */
export async function planMoves(
  desk: Desk,
  me: string,
  { of, to }: z.output<typeof BoardPlanInput>,
  breathe: Breathe,
): Promise<BoardPlan> {
  const calendar = regionCalendar(desk);
  const today = legalDay(desk.time.serverMs());
  const soon = addDays(today, SOON_DAYS);
  const { period } = of.filter;
  const since = period === null ? null : legalDay(desk.time.serverMs() - (BROWSE_DAYS[period] - 1) * DAY_MS);
  const holds = new Map<string | null, number>();
  const meant: { readonly row: AppealRow; readonly due: string }[] = [];
  for await (const row of openRows(desk, breathe)) {
    holds.set(row.assignee, (holds.get(row.assignee) ?? 0) + 1);
    if (!fitsFilter(of.filter, { me, since }, row, () => districtOf(desk, row))) continue;
    const due = endOf(row, calendar);
    const isOver = isTermRunning(row.status) && due < today;
    if (!of.overdueOnly || isOver) meant.push({ row, due });
  }
  // Shared out in turn by what presses most, so that nobody gets all of it.
  meant.sort(
    (a, b) => Number(b.row.urgent) - Number(a.row.urgent) || (a.due === b.due ? 0 : a.due < b.due ? -1 : 1),
  );
  const going = meant.filter(({ row }) => !to.some((receiver) => receiver === row.assignee));
  const taken = to.length === 0 ? [] : going.slice(0, MOST_MOVED);
  const moves = shareOut(
    taken.map(({ row }) => ({ appeal: row.id, assignee: row.assignee })),
    to,
    (receiver) => holds.get(receiver) ?? 0,
  );
  const shares = to.map((receiver) => {
    const its = taken.filter((_, place) => moves[place]?.to === receiver);
    return {
      to: receiver,
      holds: holds.get(receiver) ?? 0,
      gets: its.length,
      urgent: its.filter(({ row }) => row.urgent).length,
      overdue: its.filter(({ row, due }) => isTermRunning(row.status) && due < today).length,
      near: its.filter(({ row, due }) => isTermRunning(row.status) && today <= due && due <= soon).length,
    };
  });
  return {
    total: meant.length,
    stay: meant.length - going.length,
    left: to.length === 0 ? 0 : going.length - taken.length,
    shares,
    moves: moves as BoardPlan['moves'],
  };
}

/** Open appeals held here, the newest first, read in steps. */
async function* openRows(desk: Desk, breathe: Breathe): AsyncGenerator<AppealRow> {
  let last: AppealRow | null = null;
  for (;;) {
    // The file of records may be replaced between two steps: it is never kept.
    const page: AppealRow[] = desk.stores.records.appealRow.behind('newest', last, PAGE);
    for (const row of page) if (isOpen(row.status)) yield row;
    last = page.at(-1) ?? null;
    if (page.length < PAGE) return;
    await breathe();
  }
}
