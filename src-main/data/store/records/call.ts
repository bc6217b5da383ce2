import type { Call } from '../../../../src-shared/call/model.ts';
import type { Database } from '../open.ts';
import { listStatements, prepareList } from './listStatements.ts';

const started = "json_extract(doc, '$.startedAt')";
const operator = "json_extract(doc, '$.operator')";
const MINE = `type = 'call' AND ${operator} = ?`;
const LISTS = { all: listStatements("type = 'call'", started), mine: listStatements(MINE, started) } as const;

const TODAY = [
  `SELECT count(*) FROM record WHERE type = 'consultation' AND ${operator} = ? AND json_extract(doc, '$.day') = ?`,
] as const;

const DAY = `SELECT doc FROM record WHERE ${MINE} AND ${started} >= ? AND ${started} < ?`;
const OF_PHONE = `SELECT doc FROM record WHERE type = 'call' AND json_extract(doc, '$.phone') = ? AND ${started} >= ?
  ORDER BY ${started} DESC, id LIMIT ?`;

/** The statements of the lists, exported for the test of their query plans. */
export const CALL_LISTS = [
  ...Object.values(LISTS).flatMap(({ lines, total }) => [lines, total]),
  ...TODAY,
  DAY,
  OF_PHONE,
];

/** Lists of calls, newest first. */
export function callStore(db: Database) {
  const all = prepareList(db, LISTS.all);
  const mine = prepareList(db, LISTS.mine);
  const day = db.prepare<[string, string, string], string>(DAY).pluck();
  const ofPhone = db.prepare<[string, string, number], string>(OF_PHONE).pluck();
  const consultations = db.prepare<[string, string], number>(TODAY[0]).pluck();

  return {
    /** @param of an operator, or null for everybody's */
    list(of: string | null, limit: number): { readonly calls: Call[]; readonly total: number } {
      const docs = of === null ? all.lines.all(limit) : mine.lines.all(of, limit);
      const total = of === null ? all.total.get() : mine.total.get(of);
      return { calls: docs.map((doc) => JSON.parse(doc) as Call), total: total ?? 0 };
    },
    /** Calls an operator began from one instant up to, but not including, another. */
    between: (of: string, from: string, to: string): Call[] =>
      day.all(of, from, to).map((doc) => JSON.parse(doc) as Call),
    /** Calls of one number since an instant, newest first. */
    ofPhone: (phone: string, since: string, limit: number): Call[] =>
      ofPhone.all(phone, since, limit).map((doc) => JSON.parse(doc) as Call),
    countConsultations: (of: string, day: string): number => consultations.get(of, day) ?? 0,
  };
}
