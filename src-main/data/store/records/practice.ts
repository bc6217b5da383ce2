import type { Practice } from '../../../../src-shared/practice/model.ts';
import type { Database } from '../open.ts';

const NEWEST = `SELECT doc FROM record WHERE type = 'practice' ORDER BY json_extract(doc, '$.beganAt') DESC, id LIMIT ?`;

/** The statements of the lists, exported for the test of their query plans. */
export const PRACTICE_LISTS = [NEWEST];

/** Practised outages of the region. */
export function practiceRecordStore(db: Database) {
  const newest = db.prepare<[number], string>(NEWEST).pluck();
  return {
    newest: (limit: number): Practice[] => newest.all(limit).map((doc) => JSON.parse(doc) as Practice),
  };
}
