import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import type { Day } from '../../../../src-shared/clock.ts';
import type { AppealTerm } from '../../../../src-shared/control/course.ts';
import type { Database } from '../open.ts';
import { whenUsed } from '../whenUsed.ts';

const due = "json_extract(doc, '$.term.due')";
const born = "json_extract(doc, '$.day')";
const assignee = "json_extract(doc, '$.assignee')";
/** As the condition of the index `appeal_due` says it, so that the index is used. */
const OPEN = `type = 'appeal' AND json_extract(doc, '$.status') IN ('registered', 'forwarded', 'in_work')`;

/** How many open terms end on a day; `due` null: reckoned from the day of registration. */
export interface DueCount {
  readonly due: Day | null;
  readonly day: Day | null;
  readonly assignee: string | null;
  readonly count: number;
}

/** Where an open term ends, and whose it is. */
export interface OpenEnd {
  readonly id: string;
  readonly day: Day;
  readonly due: Day | null;
  readonly assignee: string | null;
}

/** What a calendar is tried on. */
export interface OpenTerm {
  readonly id: string;
  readonly day: Day;
  readonly term: AppealTerm | undefined;
}

// Grouped apart from the reading: only so the index is enough and no document is opened.
const COUNTS = `WITH open AS MATERIALIZED (
    SELECT ${due} AS d, CASE WHEN ${due} IS NULL THEN ${born} END AS b, ${assignee} AS a
    FROM record INDEXED BY appeal_due WHERE ${OPEN})
  SELECT d, b, a, count(*) FROM open GROUP BY 1, 2, 3`;
const BETWEEN = `SELECT id, ${born}, ${due}, ${assignee} FROM record WHERE ${OPEN} AND ${due} BETWEEN ? AND ? ORDER BY ${due}, id`;
const LATEST = `SELECT id, ${born}, ${due}, ${assignee} FROM record
  WHERE ${OPEN} AND ${due} BETWEEN ? AND ? AND ${assignee} IS ? ORDER BY ${due} DESC, id LIMIT ?`;
const BORN = `SELECT id, ${born}, NULL, ${assignee} FROM record WHERE ${OPEN} AND ${due} IS NULL`;
const OPEN_AFTER = `SELECT id, ${born}, json_extract(doc, '$.term') FROM record
  WHERE ${OPEN} AND ${due} BETWEEN ? AND '9999' AND (${due} > ? OR id > ?) ORDER BY ${due}, id LIMIT ?`;
const OLD_AFTER = `SELECT id, ${born}, NULL FROM record WHERE ${OPEN} AND ${due} IS NULL AND id > ? ORDER BY id LIMIT ?`;

/** Exported for the test of their query plans. */
export const DUE_STATEMENTS = [COUNTS, BETWEEN, LATEST, BORN, OPEN_AFTER, OLD_AFTER];

/** Appeals whose term runs, by its end. */
export function appealDueStore(db: Database) {
  const counts = whenUsed(() =>
    db.prepare<[], [Day | null, Day | null, string | null, number]>(COUNTS).raw(true),
  );
  const between = db.prepare<[Day, Day], RawEnd>(BETWEEN).raw(true);
  const latest = db.prepare<[Day, Day, string | null, number], RawEnd>(LATEST).raw(true);
  const unstored = db.prepare<[], RawEnd>(BORN).raw(true);
  const after = db.prepare<[string, string, string, number], RawOpen>(OPEN_AFTER).raw(true);
  const old = db.prepare<[string, number], RawOpen>(OLD_AFTER).raw(true);
  const doc = db.prepare<[string], string>("SELECT doc FROM record WHERE type = 'appeal' AND id = ?").pluck();
  const appealsOf = (ids: readonly string[]): Appeal[] =>
    ids.flatMap((id) => {
      const found = doc.get(id);
      return found === undefined ? [] : [JSON.parse(found) as Appeal];
    });

  return {
    /** All open terms, counted by their last day and owner. */
    counts: (): DueCount[] =>
      counts()
        .all()
        .map(([ends, day, owner, count]) => ({ due: ends, day, assignee: owner, count })),
    /** Those that end from a day to a day, the earliest first. */
    between: (from: Day, to: Day): OpenEnd[] => between.all(from, to).map(endOf),
    /** Of one person, or of nobody: those that end last from a day to a day, the latest first. */
    latestOf: (owner: string | null, from: Day, to: Day, limit: number): OpenEnd[] =>
      latest.all(from, to, owner, limit).map(endOf),
    /** Those without a stored term. */
    unstored: (): OpenEnd[] => unstored.all().map(endOf),
    /** Documents by id, those that are gone left out. */
    appealsOf,
    /** The next open terms behind one, or the first: first those with a stored term, by its end, then those without. */
    after(last: OpenTerm | null, limit: number): OpenTerm[] {
      const ends = last?.term?.due ?? '';
      const stored =
        last === null || last.term !== undefined ? after.all(ends, ends, last?.id ?? '', limit) : [];
      const left = limit - stored.length;
      const lastOld = last !== null && last.term === undefined ? last.id : '';
      return [...stored, ...(left > 0 ? old.all(lastOld, left) : [])].map(([id, day, term]) => ({
        id,
        day,
        term: term === null ? undefined : (JSON.parse(term) as AppealTerm),
      }));
    },
  };
}

type RawEnd = readonly [id: string, day: Day, due: Day | null, assignee: string | null];

function endOf([id, day, ends, owner]: RawEnd): OpenEnd {
  return { id, day, due: ends, assignee: owner };
}

type RawOpen = readonly [id: string, day: Day, term: string | null];
