import type { CallPromise } from '../../../../src-shared/promise/model.ts';
import type { Database } from '../open.ts';

const OPEN = `SELECT doc FROM record WHERE type = 'promise' AND json_extract(doc, '$.state') = 'open'
  ORDER BY json_extract(doc, '$.dueAt'), id LIMIT ?`;
const CLOSED = `SELECT doc FROM record WHERE type = 'promise' AND json_extract(doc, '$.closedAt') > ''
  ORDER BY json_extract(doc, '$.closedAt') DESC, id LIMIT ?`;

/** The statements of the lists, exported for the test of their query plans. */
export const PROMISE_LISTS = [OPEN, CLOSED];

/** Promises to call back. */
export function promiseStore(db: Database) {
  const open = db.prepare<[number], string>(OPEN).pluck();
  const closed = db.prepare<[number], string>(CLOSED).pluck();
  const read = (docs: string[]) => docs.map((doc) => JSON.parse(doc) as CallPromise);
  return {
    /** The earliest due first. */
    open: (limit: number): CallPromise[] => read(open.all(limit)),
    /** The last closed first. */
    closed: (limit: number): CallPromise[] => read(closed.all(limit)),
  };
}
