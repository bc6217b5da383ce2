import type { AppealStatus } from '../../../../src-shared/appeal/status.ts';
import type { CallOutcome } from '../../../../src-shared/call/model.ts';
import type { Day, Instant } from '../../../../src-shared/clock.ts';
import type { Database } from '../open.ts';
import { whenUsed } from '../whenUsed.ts';

const field = (name: string) => `json_extract(doc, '$.${name}')`;
const [assignee, status, due, day] = ['assignee', 'status', 'term.due', 'day'].map(field);
const started = field('startedAt');

/** The statuses as the condition of the index `appeal_open` says them, so that the index is used. */
const OPEN = `type = 'appeal' AND ${status} IN ('registered', 'forwarded', 'in_work', 'answered')`;

// Grouped apart from the reading: only so the index is enough and no document is opened.
const COUNTS = `WITH open AS MATERIALIZED (
    SELECT ${assignee} AS a, ${status} AS s, ${due} AS d, CASE WHEN ${due} IS NULL THEN ${day} END AS b, ${field('urgent')} AS u
    FROM record INDEXED BY appeal_open WHERE ${OPEN})
  SELECT a, s, d, b, u, count(*) FROM open GROUP BY 1, 2, 3, 4, 5`;
const CALLS = `SELECT ${started}, ${field('operator')}, ${field('endedAt')}, ${field('outcome')}, ${field('times.ended.at')}
  FROM record INDEXED BY call_board WHERE type = 'call' AND ${started} >= ?`;

/** Exported for the test of their query plans: indexes alone must answer them. */
export const BOARD_STATEMENTS = [COUNTS, CALLS];

/** Open appeals that are alike in what the board looks at. */
export interface OpenCount {
  readonly assignee: string | null;
  readonly status: AppealStatus;
  readonly due: Day | null;
  /** Day of registration where no term is stored. */
  readonly day: Day | null;
  readonly urgent: boolean;
  readonly count: number;
}

/** A call as far as the board looks at it. */
export interface BoardCall {
  readonly startedAt: Instant;
  readonly operator: string;
  readonly endedAt: Instant | null;
  readonly outcome: CallOutcome;
  /** When the line said that the talk was over. */
  readonly talkEndedAt: Instant | null;
}

type RawCount = readonly [string | null, AppealStatus, Day | null, Day | null, 0 | 1, number];
type RawCall = readonly [Instant, string, Instant | null, CallOutcome, Instant | null];

/** What the shift's board counts. */
export function boardStore(db: Database) {
  const counts = whenUsed(() => db.prepare<[], RawCount>(COUNTS).raw(true));
  const calls = whenUsed(() => db.prepare<[string], RawCall>(CALLS).raw(true));
  return {
    /** All open appeals, counted. */
    openCounts: (): OpenCount[] =>
      counts()
        .all()
        .map(([owner, state, end, born, urgent, count]) => ({
          ...{ assignee: owner, status: state, due: end, day: born, count },
          urgent: urgent === 1,
        })),
    /** Calls begun since an instant, the earliest first. */
    callsSince: (since: Instant): BoardCall[] =>
      calls()
        .all(since)
        .map(([startedAt, operator, endedAt, outcome, talkEndedAt]) => ({
          ...{ startedAt, operator, endedAt, outcome, talkEndedAt },
        })),
  };
}
