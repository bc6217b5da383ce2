import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import type { PairVerdict } from '../../../../src-shared/pair/model.ts';
import type { Database } from '../open.ts';

const registered = "json_extract(doc, '$.registeredAt')";
const SINCE = `SELECT doc FROM record WHERE type = 'appeal' AND ${registered} >= ? ORDER BY ${registered} DESC, id LIMIT ?`;
const VERDICTS = "SELECT doc FROM record WHERE type = 'pair' ORDER BY id DESC LIMIT ?";

/** The statements, exported for the test of their query plans. */
export const PAIR_LISTS = [SINCE, VERDICTS];

/** Appeals to be compared with each other, and what leads said of them. */
export function pairStore(db: Database) {
  const since = db.prepare<[string, number], string>(SINCE).pluck();
  const verdicts = db.prepare<[number], string>(VERDICTS).pluck();
  return {
    /** Appeals since an instant, the newest first. */
    appealsSince: (instant: string, limit: number): Appeal[] =>
      since.all(instant, limit).map((doc) => JSON.parse(doc) as Appeal),
    /** The latest verdicts: their ids grow with time. */
    verdicts: (limit: number): PairVerdict[] =>
      verdicts.all(limit).map((doc) => JSON.parse(doc) as PairVerdict),
  };
}
