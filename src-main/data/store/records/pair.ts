import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import type { PairVerdict } from '../../../../src-shared/pair/model.ts';
import type { Database } from '../open.ts';

const registered = "json_extract(doc, '$.registeredAt')";
const SINCE = `SELECT doc FROM record WHERE type = 'appeal' AND ${registered} >= ? ORDER BY ${registered} DESC, id LIMIT ?`;
const VERDICTS = "SELECT doc FROM record WHERE type = 'pair' ORDER BY id DESC LIMIT ?";

const REPEATS = `SELECT doc FROM record WHERE type = 'appeal' AND json_extract(doc, '$.previous') IS NOT NULL
  AND json_extract(doc, '$.previous') = ? ORDER BY ${registered} DESC, id LIMIT ?`;

/** The statements, exported for the test of their query plans. */
export const PAIR_LISTS = [SINCE, VERDICTS, REPEATS];

/** Appeals to be compared with each other, what leads said of them, and which repeat which. */
export function pairStore(db: Database) {
  const since = db.prepare<[string, number], string>(SINCE).pluck();
  const verdicts = db.prepare<[number], string>(VERDICTS).pluck();
  const repeats = db.prepare<[string, number], string>(REPEATS).pluck();
  return {
    /** Appeals that repeat one, the newest first. */
    repeatsOf: (appeal: string, limit: number): Appeal[] =>
      repeats.all(appeal, limit).map((doc) => JSON.parse(doc) as Appeal),
    /** Appeals since an instant, the newest first. */
    appealsSince: (instant: string, limit: number): Appeal[] =>
      since.all(instant, limit).map((doc) => JSON.parse(doc) as Appeal),
    /** The latest verdicts: their ids grow with time. */
    verdicts: (limit: number): PairVerdict[] =>
      verdicts.all(limit).map((doc) => JSON.parse(doc) as PairVerdict),
  };
}
