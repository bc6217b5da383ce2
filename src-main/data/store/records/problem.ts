import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import type { Problem } from '../../../../src-shared/problem/model.ts';
import type { Database } from '../open.ts';

const topic = "json_extract(doc, '$.topic')";
const registered = "json_extract(doc, '$.registeredAt')";

const OF_TOPIC = `SELECT doc FROM record WHERE type = 'appeal' AND ${topic} = ? AND ${registered} >= ? ORDER BY ${registered} DESC, id LIMIT ?`;
const OF_PROBLEM = `SELECT doc FROM record WHERE type = 'appeal' AND json_extract(doc, '$.problem') IS NOT NULL
  AND json_extract(doc, '$.problem') = ? ORDER BY ${registered} DESC, id`;
const IN_STATE = `SELECT doc FROM record WHERE type = 'problem' AND json_extract(doc, '$.state') = ?
  ORDER BY json_extract(doc, '$.openedAt') DESC, id LIMIT ?`;

/** The statements, exported for the test of their query plans. */
export const PROBLEM_LISTS = [OF_TOPIC, OF_PROBLEM, IN_STATE];

/** Shared problems and what may belong to one. */
export function problemStore(db: Database) {
  const ofTopic = db.prepare<[string, string, number], string>(OF_TOPIC).pluck();
  const ofProblem = db.prepare<[string], string>(OF_PROBLEM).pluck();
  const inState = db.prepare<[string, number], string>(IN_STATE).pluck();
  return {
    /** Appeals of one topic since an instant, the newest first. */
    appealsOfTopic: (code: string, since: string, limit: number): Appeal[] =>
      ofTopic.all(code, since, limit).map((doc) => JSON.parse(doc) as Appeal),
    appealsOf: (problem: string): Appeal[] => ofProblem.all(problem).map((doc) => JSON.parse(doc) as Appeal),
    inState: (state: Problem['state'], limit: number): Problem[] =>
      inState.all(state, limit).map((doc) => JSON.parse(doc) as Problem),
  };
}
