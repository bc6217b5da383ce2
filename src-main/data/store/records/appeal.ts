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

/** Lists of appeals, newest first. */
export function appealStore(db: Database) {
  const lists = {
    all: prepareList(db, LISTS.all),
    urgent: prepareList(db, LISTS.urgent),
    assigned: prepareList(db, LISTS.assigned),
    assignedUrgent: prepareList(db, LISTS.assignedUrgent),
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
    /** Appeals an operator registered on a legal day. */
    countOfDay: (operator: string, day: string): number => ofDay.get(operator, day) ?? 0,
  };
}
