import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import type { Database } from '../open.ts';

const registered = "json_extract(doc, '$.registeredAt')";
const assignee = "json_extract(doc, '$.assignee')";
const urgent = "json_extract(doc, '$.urgent')";

/** Which appeals a list shows. `assignee` undefined: anybody's; null: nobody's. */
export interface AppealFilter {
  readonly assignee: string | null | undefined;
  readonly urgentOnly: boolean;
}

/** Condition of each list; every one is answered by an index of `0010-create.sql`. */
const CONDITIONS = {
  all: "type = 'appeal'",
  urgent: `type = 'appeal' AND ${urgent} = 1`,
  assigned: `type = 'appeal' AND ${assignee} IS ?`,
  assignedUrgent: `type = 'appeal' AND ${assignee} IS ? AND ${urgent} = 1`,
} as const;

/** The statements of the lists, exported for the test of their query plans. */
export const APPEAL_LISTS = Object.values(CONDITIONS).flatMap((condition) => [
  `SELECT doc FROM record WHERE ${condition} ORDER BY ${registered} DESC, id LIMIT ?`,
  `SELECT count(*) FROM record WHERE ${condition}`,
]);

/** Lists of appeals, newest first. */
export function appealStore(db: Database) {
  const prepare = (condition: string) => ({
    lines: db
      .prepare<unknown[], string>(
        `SELECT doc FROM record WHERE ${condition} ORDER BY ${registered} DESC, id LIMIT ?`,
      )
      .pluck(),
    total: db.prepare<unknown[], number>(`SELECT count(*) FROM record WHERE ${condition}`).pluck(),
  });
  const lists = {
    all: prepare(CONDITIONS.all),
    urgent: prepare(CONDITIONS.urgent),
    assigned: prepare(CONDITIONS.assigned),
    assignedUrgent: prepare(CONDITIONS.assignedUrgent),
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
