import type { AppealStatus } from '../../../../src-shared/appeal/model.ts';
import type { Day, Instant } from '../../../../src-shared/clock.ts';
import type { Database } from '../open.ts';

/** What the full list looks at of an appeal. */
export interface AppealRow {
  /** The place of its record, good until it is removed. */
  readonly row: number;
  readonly registeredAt: Instant;
  readonly id: string;
  readonly number: string;
  readonly day: Day;
  readonly topic: string;
  readonly status: AppealStatus;
  readonly urgent: boolean;
  readonly receiptSign: string;
  readonly assignee: string | null;
  /** Where the problem is; empty when it was not said. */
  readonly district: string;
  readonly applicant: string;
  /** Categories of the applicant as JSON; null when there are none. */
  readonly categories: string | null;
  readonly call: string | null;
  /** Last day of its term; null for what is older than calendars. */
  readonly due: Day | null;
}

type Raw = readonly [
  row: number,
  registeredAt: Instant,
  id: string,
  number: string,
  day: Day,
  topic: string,
  status: AppealStatus,
  urgent: 0 | 1,
  receiptSign: string,
  assignee: string | null,
  district: string | null,
  applicant: string,
  categories: string | null,
  call: string | null,
  due: Day | null,
];

export type RowWay = 'newest' | 'oldest';

const registered = "json_extract(doc, '$.registeredAt')";
const FACTS = [
  'number',
  'day',
  'topic',
  'status',
  'urgent',
  'receiptSign',
  'assignee',
  'place.district',
  'applicant',
  'categories',
  'call',
  'term.due',
]
  .map((name) => `json_extract(doc, '$.${name}')`)
  .join(', ');

function rowsStatement(way: RowWay): string {
  const [far, near, order, behind, tie] =
    way === 'newest' ? ['<=', '<', 'DESC', '>', 'ASC'] : ['>=', '>', 'ASC', '<', 'DESC'];
  return `SELECT rowid, ${registered}, id, ${FACTS} FROM record WHERE type = 'appeal' AND ${registered} ${far} ?
    AND (${registered} ${near} ? OR id ${behind} ?) ORDER BY ${registered} ${order}, id ${tie} LIMIT ?`;
}

/** Exported for the test of their query plans: the index `appeal_listed` alone must answer them. */
export const APPEAL_ROWS = [rowsStatement('newest'), rowsStatement('oldest')];

/** Exported for the test of its query plan. */
export const CALLS_OF_DANGER =
  "SELECT id FROM record WHERE type = 'call' AND json_extract(doc, '$.dangers') IS NOT NULL";

const ENDS = {
  newest: { registeredAt: '9999', id: '' },
  oldest: { registeredAt: '', id: '\uffff' },
} as const;

/** Goes along all appeals by an index that holds what lists look at; documents are read for the lines that are shown. */
export function appealRowStore(db: Database) {
  const prepare = (way: RowWay) =>
    db.prepare<[string, string, string, number], Raw>(rowsStatement(way)).raw(true);
  const rows = { newest: prepare('newest'), oldest: prepare('oldest') };
  const doc = db
    .prepare<[number], string>("SELECT doc FROM record WHERE rowid = ? AND type = 'appeal'")
    .pluck();
  const place = db
    .prepare<[string], number>("SELECT rowid FROM record WHERE type = 'appeal' AND id = ?")
    .pluck();
  const danger = db.prepare<[], string>(CALLS_OF_DANGER).pluck();
  const district = db
    .prepare<[string], string | null>(
      "SELECT json_extract(doc, '$.address.district') FROM record WHERE type = 'applicant' AND id = ?",
    )
    .pluck();
  return {
    /** The next appeals behind one, or the first ones. */
    behind(way: RowWay, last: Pick<AppealRow, 'registeredAt' | 'id'> | null, limit: number): AppealRow[] {
      const { registeredAt, id } = last ?? ENDS[way];
      return rows[way].all(registeredAt, registeredAt, id, limit).map(rowOf);
    },
    /** The document at a place; undefined when it is gone. */
    docAt: (row: number): string | undefined => doc.get(row),
    /** The place of an appeal. */
    rowOf: (id: string): number | undefined => place.get(id),
    /** Calls in which a danger to life was spoken of. */
    callsOfDanger: (): string[] => danger.all(),
    /** District in which an applicant lives. */
    districtOf: (applicant: string): string => district.get(applicant) ?? '',
  };
}

function rowOf(raw: Raw): AppealRow {
  const [row, registeredAt, id, number, day, topic, status, urgent, ...rest] = raw;
  const [receiptSign, assignee, district, applicant, categories, call, due] = rest;
  return {
    ...{
      row,
      registeredAt,
      id,
      number,
      day,
      topic,
      status,
      receiptSign,
      assignee,
      applicant,
      categories,
      call,
      due,
    },
    urgent: urgent === 1,
    district: district ?? '',
  };
}
