import { type FindDocument, FOUND_TYPES, type FoundType } from '../../../../src-shared/find/document.ts';
import type { Database } from '../open.ts';

/** A row that is not in the index as it stands; `doc` null when it is gone or is of no found type. */
export interface UnindexedRow {
  readonly row: number;
  readonly type: string | null;
  readonly doc: string | null;
}

/** A record found by its words. */
export interface FoundRow {
  readonly row: number;
  readonly doc: string;
}

const TYPES = FOUND_TYPES.map((type) => `'${type}'`).join(', ');
const NOTED = `SELECT n.row, r.type, CASE WHEN r.type IN (${TYPES}) THEN r.doc END AS doc
  FROM find_noted AS n LEFT JOIN record AS r ON r.rowid = n.row ORDER BY n.row LIMIT ?`;
const BEYOND = `SELECT rowid AS row, type, CASE WHEN type IN (${TYPES}) THEN doc END AS doc
  FROM record WHERE rowid > ? ORDER BY rowid LIMIT ?`;

function foundStatement(type: FoundType): string {
  // The latest rows first, as many as are asked for: the index is read from its end and no further.
  return `SELECT f.rowid AS row, r.doc AS doc FROM find_${type} AS f CROSS JOIN record AS r ON r.rowid = f.rowid
    WHERE find_${type} MATCH ? ORDER BY f.rowid DESC LIMIT ?`;
}

function countStatement(type: FoundType): string {
  return `SELECT count(*) FROM (SELECT 1 FROM find_${type} WHERE find_${type} MATCH ? LIMIT ?)`;
}

function tableOf(db: Database, type: FoundType) {
  return {
    remove: db.prepare(`DELETE FROM find_${type} WHERE rowid = ?`),
    add: db.prepare(`INSERT INTO find_${type} (rowid, body, near) VALUES (?, ?, ?)`),
    found: db.prepare<[string, number], FoundRow>(foundStatement(type)),
    count: db.prepare<[string, number], number>(countStatement(type)).pluck(),
  };
}

/** The text index over the records, and what it still lacks. */
export function textIndexStore(db: Database) {
  const noted = db.prepare<[number], UnindexedRow>(NOTED);
  const beyond = db.prepare<[number, number], UnindexedRow>(BEYOND);
  const upto = db.prepare<[], number>('SELECT upto FROM find_state').pluck();
  const setUpto = db.prepare('UPDATE find_state SET upto = ?');
  const forget = db.prepare('DELETE FROM find_noted WHERE row = ?');
  const last = db.prepare<[], number | null>('SELECT max(rowid) FROM record').pluck();
  const waiting = db.prepare<[], number>('SELECT count(*) FROM find_noted').pluck();
  const tables = {
    appeal: tableOf(db, 'appeal'),
    applicant: tableOf(db, 'applicant'),
    call: tableOf(db, 'call'),
    article: tableOf(db, 'article'),
  } as const satisfies Record<FoundType, unknown>;
  const noteOf = db.prepare<[string, string]>(
    `INSERT OR IGNORE INTO find_noted (row) SELECT rowid FROM record WHERE type = ? AND id = ?
      AND rowid <= (SELECT upto FROM find_state)`,
  );

  return {
    /** Rows changed or removed since they were indexed. */
    noted: (limit: number): UnindexedRow[] => noted.all(limit),
    /** Rows that were never indexed, in their order. */
    beyond: (limit: number): UnindexedRow[] => beyond.all(upto.get() ?? 0, limit),
    /** Takes a row out of the index wherever it is. */
    remove(row: number): void {
      for (const type of FOUND_TYPES) tables[type].remove.run(row);
    },
    add(type: FoundType, row: number, { body, near }: FindDocument): void {
      tables[type].add.run(row, body, near);
    },
    /** Rows up to this one are in the index. */
    reach: (row: number): void => void setUpto.run(row),
    forget: (row: number): void => void forget.run(row),
    /** Notes a record whose words depend on another one that has changed. */
    note: (type: FoundType, id: string): void => void noteOf.run(type, id),
    /** How many rows the index still lacks; about, for saying how far it is. */
    lacking(): { readonly rows: number; readonly of: number } {
      const all = last.get() ?? 0;
      return { rows: Math.max(0, all - (upto.get() ?? 0)) + (waiting.get() ?? 0), of: all };
    },
    /** The latest records a question finds. @param query in the index's own language, see `textQuery` */
    find: (type: FoundType, query: string, limit: number): FoundRow[] => tables[type].found.all(query, limit),
    /** How many it finds, counted no further than the limit. */
    count: (type: FoundType, query: string, limit: number): number =>
      tables[type].count.get(query, limit) ?? 0,
  };
}
