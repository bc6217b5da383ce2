import type { Call } from '../../../../src-shared/call/model.ts';
import type { Database } from '../open.ts';

const started = "json_extract(doc, '$.startedAt')";
const operator = "json_extract(doc, '$.operator')";
const CONDITIONS = { all: "type = 'call'", mine: `type = 'call' AND ${operator} = ?` } as const;

const TODAY = [
  `SELECT count(*) FROM record WHERE ${CONDITIONS.mine} AND ${started} >= ? AND ${started} < ?`,
  `SELECT count(*) FROM record WHERE type = 'consultation' AND ${operator} = ? AND json_extract(doc, '$.day') = ?`,
] as const;

/** The statements of the lists, exported for the test of their query plans. */
export const CALL_LISTS = [
  ...Object.values(CONDITIONS).flatMap((condition) => [
    `SELECT doc FROM record WHERE ${condition} ORDER BY ${started} DESC, id LIMIT ?`,
    `SELECT count(*) FROM record WHERE ${condition}`,
  ]),
  ...TODAY,
];

/** Lists of calls, newest first. */
export function callStore(db: Database) {
  const prepare = (condition: string) => ({
    lines: db
      .prepare<unknown[], string>(
        `SELECT doc FROM record WHERE ${condition} ORDER BY ${started} DESC, id LIMIT ?`,
      )
      .pluck(),
    total: db.prepare<unknown[], number>(`SELECT count(*) FROM record WHERE ${condition}`).pluck(),
  });
  const all = prepare(CONDITIONS.all);
  const mine = prepare(CONDITIONS.mine);
  const between = db.prepare<[string, string, string], number>(TODAY[0]).pluck();
  const consultations = db.prepare<[string, string], number>(TODAY[1]).pluck();

  return {
    /** @param of an operator, or null for everybody's */
    list(of: string | null, limit: number): { readonly calls: Call[]; readonly total: number } {
      const docs = of === null ? all.lines.all(limit) : mine.lines.all(of, limit);
      const total = of === null ? all.total.get() : mine.total.get(of);
      return { calls: docs.map((doc) => JSON.parse(doc) as Call), total: total ?? 0 };
    },
    /** Calls an operator began from one instant up to, but not including, another. */
    countBetween: (of: string, from: string, to: string): number => between.get(of, from, to) ?? 0,
    countConsultations: (of: string, day: string): number => consultations.get(of, day) ?? 0,
  };
}
