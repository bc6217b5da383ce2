import type { AttentionRecord } from '../../../../src-shared/attention/model.ts';
import type { Database } from '../open.ts';

const UNSETTLED = `SELECT id, json_extract(doc, '$.actor') AS actor, json_extract(doc, '$.outcome') AS outcome,
    json_extract(doc, '$.state') AS state
  FROM record WHERE type = 'attention' AND json_extract(doc, '$.state') = ? ORDER BY json_extract(doc, '$.at'), id`;

/** The statements of the lists, exported for the test of their query plans. */
export const ATTENTION_LISTS = [UNSETTLED];

/** What is needed to say whom a record concerns. */
export type UnsettledLine = Pick<AttentionRecord, 'id' | 'actor' | 'outcome' | 'state'>;

/** What the centre has put before a person. */
export function attentionStore(db: Database) {
  const unsettled = db.prepare<[string], UnsettledLine>(UNSETTLED);

  return {
    /** What waits for its author, or for the leads; oldest first. */
    unsettled: (state: 'open' | 'handed'): UnsettledLine[] => unsettled.all(state),
  };
}
