import { Temporal } from 'temporal-polyfill';
import { OPERATOR_STATES, type StateCall, standingOf } from '../../../src-shared/board/live.ts';
import type { BoardLive, OpenWork } from '../../../src-shared/board/queries.ts';
import { LEGAL_ZONE, legalDay, toInstant } from '../../../src-shared/clock.ts';
import { commandSpec } from '../../../src-shared/command/registry.ts';
import { isTermRunning } from '../../../src-shared/control/life.ts';
import type { Operator } from '../../../src-shared/operator/model.ts';
import { SOON_DAYS } from '../../../src-shared/term/appealTerm.ts';
import { addDays } from '../../../src-shared/term/calendar.ts';
import type { Desk } from '../desk.ts';
import { endOf } from '../term/dueList.ts';
import { regionCalendar } from '../term/regionCalendar.ts';
import { listOperators } from './operator.ts';

/** A call begun so long before midnight may still go on, in milliseconds. */
const NIGHT_MS = 12 * 3_600_000;

type Counted = { -readonly [K in keyof OpenWork]: OpenWork[K] };
const nothing = (): Counted => ({ open: 0, urgent: 0, overdue: 0, near: 0 });

/** board.live: who does what since when, who has how much, and what lies with nobody or over its term. */
export function liveBoard(desk: Desk): BoardLive {
  const { works, overdue } = countWork(desk);
  const callsOf = callsByOperator(desk);
  const dayStart = startOfDay(desk);
  const people = listOperators(desk)
    .filter((one) => isShown(one, works.has(one.id), callsOf.has(one.id)))
    .map(({ id, name, role, active }) => {
      const { state, since, calls } = standingOf(callsOf.get(id) ?? [], dayStart);
      const work = works.get(id) ?? nothing();
      return { operator: id, name, role, active, state, since, callsToday: calls, work };
    });
  // Who is at work stands first; within that the names, so that a call that begins or ends moves no row.
  const isAway = (one: (typeof people)[number]) => Number(one.state === OPERATOR_STATES[3]);
  people.sort((a, b) => isAway(a) - isAway(b));
  return { unassigned: works.get(null) ?? nothing(), overdue, people };
}

/** Who takes calls, and whoever else has a call today or holds open work. */
function isShown({ active, role }: Operator, holdsWork: boolean, hasCalls: boolean): boolean {
  const takesCalls = commandSpec('call.start')?.mayRun.includes(role) ?? false;
  return holdsWork || hasCalls || (active && takesCalls);
}

function countWork(desk: Desk): { works: Map<string | null, Counted>; overdue: Counted } {
  const calendar = regionCalendar(desk);
  const today = legalDay(desk.time.serverMs());
  const soon = addDays(today, SOON_DAYS);
  const works = new Map<string | null, Counted>();
  const overdue = nothing();
  for (const { assignee, status, due, day, urgent, count } of desk.stores.records.board.openCounts()) {
    const work = works.get(assignee) ?? nothing();
    works.set(assignee, work);
    const end = endOf({ due, day: day ?? today }, calendar);
    const isOver = isTermRunning(status) && end < today;
    work.open += count;
    if (urgent) work.urgent += count;
    if (isTermRunning(status) && !isOver && end <= soon) work.near += count;
    if (!isOver) continue;
    work.overdue += count;
    overdue.open += count;
    overdue.overdue += count;
    if (urgent) overdue.urgent += count;
  }
  return { works, overdue };
}

function startOfDay(desk: Desk) {
  const date = Temporal.PlainDate.from(legalDay(desk.time.serverMs()));
  return toInstant(date.toZonedDateTime(LEGAL_ZONE).epochMilliseconds);
}

function callsByOperator(desk: Desk): ReadonlyMap<string, StateCall[]> {
  const since = toInstant(Date.parse(startOfDay(desk)) - NIGHT_MS);
  const found = new Map<string, StateCall[]>();
  for (const { operator, ...call } of desk.stores.records.board.callsSince(since)) {
    const its = found.get(operator);
    if (its === undefined) found.set(operator, [call]);
    else its.push(call);
  }
  return found;
}
