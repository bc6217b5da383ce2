import type { Handover } from '../../../../src-shared/handover/model.ts';
import type { Database } from '../open.ts';

const WAITING = `SELECT doc FROM record WHERE type = 'handover' AND json_extract(doc, '$.takenAt') IS NULL
  ORDER BY json_extract(doc, '$.handedAt'), id LIMIT ?`;
const TAKEN = `SELECT doc FROM record WHERE type = 'handover' AND json_extract(doc, '$.takenAt') > ''
  ORDER BY json_extract(doc, '$.takenAt') DESC LIMIT ?`;

/** The statements of the lists, exported for the test of their query plans. */
export const HANDOVER_LISTS = [WAITING, TAKEN];

/** Unfinished cards handed to colleagues and to the shift. */
export function handoverStore(db: Database) {
  const waiting = db.prepare<[number], string>(WAITING).pluck();
  const taken = db.prepare<[number], string>(TAKEN).pluck();
  const read = (docs: string[]) => docs.map((doc) => JSON.parse(doc) as Handover);
  return {
    /** Oldest first. */
    waiting: (limit: number): Handover[] => read(waiting.all(limit)),
    /** The last accepted first. */
    taken: (limit: number): Handover[] => read(taken.all(limit)),
  };
}
