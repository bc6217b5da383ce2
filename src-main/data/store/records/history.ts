import type { HistoryEntry } from '../../../../src-shared/history/model.ts';
import type { Database } from '../open.ts';

const OF_RECORD = `SELECT doc FROM record WHERE type = 'history' AND json_extract(doc, '$.subject.id') = ?
  ORDER BY json_extract(doc, '$.at'), id`;
const ASSIGNED = `SELECT doc FROM record WHERE type = 'history' AND json_extract(doc, '$.kind') = 'appeal.assign'
  AND json_extract(doc, '$.data.to') = ? AND json_extract(doc, '$.at') >= ?
  ORDER BY json_extract(doc, '$.at') DESC, id LIMIT 200`;
const TAKEN = `SELECT doc FROM record WHERE type = 'history' AND json_extract(doc, '$.kind') = 'appeal.assign'
  AND json_extract(doc, '$.data.from') = ? AND json_extract(doc, '$.at') >= ?
  ORDER BY json_extract(doc, '$.at') DESC, id LIMIT 200`;
const AMENDED = `SELECT doc FROM record WHERE type = 'history' AND json_extract(doc, '$.kind') = 'appeal.amend'
  AND json_extract(doc, '$.data.assignee') = ? AND json_extract(doc, '$.at') >= ?
  ORDER BY json_extract(doc, '$.at') DESC, id LIMIT 200`;

/** The statements of the lists, exported for the test of their query plans. */
export const HISTORY_LISTS = [OF_RECORD, ASSIGNED, TAKEN, AMENDED];

/** What happened to records. */
export function historyStore(db: Database) {
  const ofRecord = db.prepare<[string], string>(OF_RECORD).pluck();
  const assigned = db.prepare<[string, string], string>(ASSIGNED).pluck();
  const taken = db.prepare<[string, string], string>(TAKEN).pluck();
  const amended = db.prepare<[string, string], string>(AMENDED).pluck();
  const parse = (doc: string) => JSON.parse(doc) as HistoryEntry;

  return {
    /** The history of one record, oldest first. */
    of: (id: string): HistoryEntry[] => ofRecord.all(id).map(parse),
    /** Entries that gave an appeal to an operator since an instant, newest first. */
    assignedTo: (operator: string, since: string): HistoryEntry[] => assigned.all(operator, since).map(parse),
    /** Entries that took an appeal from an operator since an instant, newest first. */
    takenFrom: (operator: string, since: string): HistoryEntry[] => taken.all(operator, since).map(parse),
    /** Entries that corrected an appeal while it was an operator's, since an instant, newest first. */
    amendedOf: (operator: string, since: string): HistoryEntry[] => amended.all(operator, since).map(parse),
  };
}
