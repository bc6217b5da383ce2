import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import type { Database } from '../open.ts';
import { listStatements, prepareList } from './listStatements.ts';

const registered = "json_extract(doc, '$.registeredAt')";
const assignee = "json_extract(doc, '$.assignee')";
const urgent = "json_extract(doc, '$.urgent')";

/** Which appeals a list shows. `assignee` undefined: anybody's; null: nobody's. */
export interface AppealFilter {
  readonly assignee: string | null | undefined;
  readonly urgentOnly: boolean;
}

/** Every list with its statements. */
const LISTS = {
  all: listStatements("type = 'appeal'", registered),
  urgent: listStatements(`type = 'appeal' AND ${urgent} = 1`, registered),
  assigned: listStatements(`type = 'appeal' AND ${assignee} IS ?`, registered),
  assignedUrgent: listStatements(`type = 'appeal' AND ${assignee} IS ? AND ${urgent} = 1`, registered),
} as const;

/** The statements of the lists, exported for the test of their query plans. */
export const APPEAL_LISTS = Object.values(LISTS).flatMap(({ lines, total }) => [lines, total]);

/** A place in the order of registration. */
interface Place {
  readonly registeredAt: string;
  readonly id: string;
}

/** Going on behind a place, one statement for each condition and direction. */
function walkStatement(condition: string, order: 'newest' | 'oldest'): string {
  const [far, near, way, tie] = order === 'newest' ? ['<=', '<', 'DESC', 'ASC'] : ['>=', '>', 'ASC', 'DESC'];
  const behind = order === 'newest' ? '>' : '<';
  return `SELECT doc FROM record WHERE ${condition} AND ${registered} ${far} ?
    AND (${registered} ${near} ? OR id ${behind} ?) ORDER BY ${registered} ${way}, id ${tie} LIMIT ?`;
}

const CONDITIONS = {
  all: "type = 'appeal'",
  urgent: `type = 'appeal' AND ${urgent} = 1`,
  assigned: `type = 'appeal' AND ${assignee} IS ?`,
} as const;

/** The statements that go along all appeals, exported for the test of their query plans. */
export const APPEAL_WALKS = Object.values(CONDITIONS).flatMap((condition) =>
  (['newest', 'oldest'] as const).map((order) => walkStatement(condition, order)),
);

/** Before the first and behind the last moment there can be. */
const ENDS = {
  newest: { registeredAt: '9999', id: '' },
  oldest: { registeredAt: '', id: '\uffff' },
} as const;

/** Lists of appeals, newest first. */
export function appealStore(db: Database) {
  const lists = {
    all: prepareList(db, LISTS.all),
    urgent: prepareList(db, LISTS.urgent),
    assigned: prepareList(db, LISTS.assigned),
    assignedUrgent: prepareList(db, LISTS.assignedUrgent),
  };
  const walks = {
    all: walksOf(db, CONDITIONS.all),
    urgent: walksOf(db, CONDITIONS.urgent),
    assigned: walksOf(db, CONDITIONS.assigned),
  };
  const ofDay = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM record WHERE type = 'appeal' AND json_extract(doc, '$.registeredBy') = ?
       AND json_extract(doc, '$.day') = ?`,
    )
    .pluck();

  return {
    list(filter: AppealFilter, limit: number): { readonly appeals: Appeal[]; readonly total: number } {
      const anybody = filter.assignee === undefined;
      const parameters = anybody ? [] : [filter.assignee];
      const list = anybody
        ? lists[filter.urgentOnly ? 'urgent' : 'all']
        : lists[filter.urgentOnly ? 'assignedUrgent' : 'assigned'];
      const docs = list.lines.all(...parameters, limit);
      return {
        appeals: docs.map((doc) => JSON.parse(doc) as Appeal),
        total: list.total.get(...parameters) ?? 0,
      };
    },
    /** Goes along the appeals from a place on, or from the end of the order; the filter may let more through than it says. */
    *walk(
      filter: AppealFilter,
      order: 'newest' | 'oldest',
      after: Place | null,
      limit: number,
    ): Generator<Appeal> {
      const { registeredAt, id } = after ?? ENDS[order];
      const isAssigned = filter.assignee !== undefined;
      const kind = isAssigned ? 'assigned' : filter.urgentOnly ? 'urgent' : 'all';
      const own = isAssigned ? [filter.assignee] : [];
      for (const doc of walks[kind][order].iterate(...own, registeredAt, registeredAt, id, limit))
        yield JSON.parse(doc) as Appeal;
    },
    /** Appeals an operator registered on a legal day. */
    countOfDay: (operator: string, day: string): number => ofDay.get(operator, day) ?? 0,
  };
}

function walksOf(db: Database, condition: string) {
  const prepare = (order: 'newest' | 'oldest') =>
    db.prepare<unknown[], string>(walkStatement(condition, order)).pluck();
  return { newest: prepare('newest'), oldest: prepare('oldest') };
}
