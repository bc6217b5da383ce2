import type { Database } from '../open.ts';

/** The two statements of one list of records: its first lines, newest first, and how many there are. */
export interface ListStatements {
  readonly lines: string;
  readonly total: string;
}

/**
 * One text for the store that runs it and for the test of its query plan.
 * @param condition of `WHERE`; together with `newest` it is answered by an index of `0010-create.sql`
 * @param newest expression to order by
 */
export function listStatements(condition: string, newest: string): ListStatements {
  return {
    lines: `SELECT doc FROM record WHERE ${condition} ORDER BY ${newest} DESC, id LIMIT ?`,
    total: `SELECT count(*) FROM record WHERE ${condition}`,
  };
}

/** Both statements of a list, ready to run. */
export function prepareList(db: Database, { lines, total }: ListStatements) {
  return {
    lines: db.prepare<unknown[], string>(lines).pluck(),
    total: db.prepare<unknown[], number>(total).pluck(),
  };
}
