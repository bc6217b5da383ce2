import type { HistoryEntry } from '../../../../src-shared/history/model.ts';
import type { Database } from '../open.ts';

const OF_RECORD = `SELECT doc FROM record WHERE type = 'history' AND json_extract(doc, '$.subject.id') = ?
  ORDER BY json_extract(doc, '$.at'), id`;
const ASSIGNED = `SELECT doc FROM record WHERE type = 'history' AND json_extract(doc, '$.kind') = 'appeal.assign'
  AND json_extract(doc, '$.data.to') = ? AND json_extract(doc, '$.at') >= ?
  ORDER BY json_extract(doc, '$.at') DESC, id LIMIT 200`;

/** The statements of the lists, exported for the test of their query plans. */
export const HISTORY_LISTS = [OF_RECORD, ASSIGNED];

/** What happened to records. */
export function historyStore(db: Database) {
  const ofRecord = db.prepare<[string], string>(OF_RECORD).pluck();
  const assigned = db.prepare<[string, string], string>(ASSIGNED).pluck();
  const parse = (doc: string) => JSON.parse(doc) as HistoryEntry;

  return {
    /** The history of one record, oldest first. */
    of: (id: string): HistoryEntry[] => ofRecord.all(id).map(parse),
    /** Entries that gave an appeal to an operator since an instant, newest first. */
    assignedTo: (operator: string, since: string): HistoryEntry[] => assigned.all(operator, since).map(parse),
  };
}
