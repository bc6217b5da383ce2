import type { Question } from '../../../../src-shared/question/model.ts';
import type { Database } from '../open.ts';

const IN_STATE = `SELECT doc FROM record WHERE type = 'question' AND json_extract(doc, '$.state') = ?
  ORDER BY json_extract(doc, '$.askedAt') DESC, id LIMIT ?`;

/** The statements, exported for the test of their query plans. */
export const QUESTION_LISTS = [IN_STATE];

/** Questions the knowledge base does not answer. */
export function questionStore(db: Database) {
  const inState = db.prepare<[string, number], string>(IN_STATE).pluck();
  return {
    /** The latest first. */
    inState: (state: Question['state'], limit: number): Question[] =>
      inState.all(state, limit).map((doc) => JSON.parse(doc) as Question),
  };
}
