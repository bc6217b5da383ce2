import type { SnapshotOffer } from '../../../../src-shared/sync/snapshot.ts';
import type { Database } from '../open.ts';

/** Which file of the centre is being taken in, and how far. */
export interface Loading {
  readonly epoch: string;
  readonly offer: SnapshotOffer;
  /** Pieces taken in whole. */
  readonly pieces: number;
  readonly rows: number;
  /** Everything is in: indexes are made, the position is set, pull pages may be staged. */
  readonly isComplete: boolean;
}

interface Row {
  epoch: string;
  offer: string;
  pieces: number;
  rows: number;
  complete: number;
}

/** A piece that is not what its offer says. */
export class StrangePieceError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'StrangePieceError';
  }
}

const TAB = 9;
const LINE_END = 10;

/** Indexes by what does not grow with time: kept up row by row, each piece would rewrite most of their pages. */
const SCATTERED: ReadonlySet<string> = new Set(['appeal_applicant', 'call_phone']);
/** A table that a trigger draws from each record, random numbers in several orders: drawn in one go when all are in. */
const DRAWN = {
  table: 'applicant_phone',
  trigger: 'applicant_phone_added',
  fill: `INSERT INTO applicant_phone (phone, applicant, tail)
    SELECT phone, applicant, tail FROM applicant_phone_now ORDER BY phone, applicant`,
} as const;
/** What belongs to no type of its own waits for the end. */
const AT_END = '*';

/** Makes the tables that exist only while a file is being loaded. */
export function beginLoading(db: Database, epoch: string, offer: SnapshotOffer): void {
  db.exec(`CREATE TABLE loading (only INTEGER PRIMARY KEY CHECK (only = 1), epoch TEXT NOT NULL, offer TEXT NOT NULL,
      pieces INTEGER NOT NULL, rows INTEGER NOT NULL, complete INTEGER NOT NULL) STRICT;
    CREATE TABLE loading_index (name TEXT PRIMARY KEY, type TEXT NOT NULL, sql TEXT NOT NULL) STRICT;`);
  db.prepare(
    'INSERT INTO loading (only, epoch, offer, pieces, rows, complete) VALUES (1, ?, ?, 0, 0, 0)',
  ).run(epoch, JSON.stringify(offer));
  putOff(db, AT_END, db.prepare<[string, string], Schema>(DRAWN_SCHEMA).all(DRAWN.trigger, DRAWN.table));
}

/** How far a file is loaded; null for one that is no file under way. */
export function readLoading(db: Database): Loading | null {
  const exists = db
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'loading'")
    .pluck()
    .get();
  if (exists === undefined) return null;
  const row = db.prepare<[], Row>('SELECT epoch, offer, pieces, rows, complete FROM loading').get();
  if (row === undefined) return null;
  const { complete, ...rest } = row;
  return { ...rest, isComplete: complete === 1, offer: JSON.parse(row.offer) as SnapshotOffer };
}

/** Takes lines of a snapshot file into a file of records that nobody reads yet. */
export function loadingStore(db: Database, region: string) {
  // The document is never made a string of ours: its bytes go as they came.
  const put = db.prepare(
    `INSERT INTO record (type, id, region, version, ordinal, doc) VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT))`,
  );
  const progress = db.prepare('UPDATE loading SET pieces = pieces + 1, rows = rows + ?');
  const count = db.prepare<[], number>('SELECT count(*) FROM record').pluck();
  const lastType = db.prepare<[], string>('SELECT type FROM record ORDER BY rowid DESC LIMIT 1').pluck();
  const indexes = indexesOf(db);
  let type = lastType.get() ?? '';

  /** A type begins. Its lines come by id; only ids minted in the order of time let most of its indexes grow at their ends. */
  function beginType(next: string, firstId: string): void {
    indexes.restore(type);
    type = next;
    indexes.putOff(next, isInOrderOfTime(firstId));
  }

  return {
    /**
     * Takes in one unpacked piece, within the transaction of the caller.
     * @throws StrangePieceError when it does not hold as many whole lines as it should
     */
    take(piece: Buffer, expected: number): void {
      let rows = 0;
      for (let at = 0; at < piece.length; rows += 1) {
        const line = lineAt(piece, at);
        if (line.type !== type) beginType(line.type, line.id);
        put.run(line.type, line.id, region, line.version, line.ordinal, line.doc);
        at = line.end;
      }
      if (rows !== expected) throw new StrangePieceError(`a piece of ${expected} lines has ${rows}`);
      progress.run(rows);
    },
    /** Makes what was put off. @throws StrangePieceError when rows are missing */
    complete(expected: number): void {
      indexes.restore(null);
      const rows = count.get() ?? 0;
      if (rows !== expected) throw new StrangePieceError(`a file of ${expected} records has brought ${rows}`);
      db.exec('UPDATE loading SET complete = 1');
    },
    /** Removes the traces of loading: from here on it is a file of records like any other. */
    finish: (): void => void db.exec('DROP TABLE loading; DROP TABLE loading_index;'),
  };
}

interface Schema {
  readonly name: string;
  readonly type: 'index' | 'trigger';
  readonly sql: string;
}

const DRAWN_SCHEMA = `SELECT name, type, sql FROM sqlite_schema
  WHERE (type = 'trigger' AND name = ?) OR (type = 'index' AND tbl_name = ? AND sql IS NOT NULL)
  ORDER BY type DESC`;

/** Takes parts of the schema away and notes how to make them again. @param until the type at whose end they are made */
function putOff(db: Database, until: string, parts: readonly Schema[]): void {
  const note = db.prepare('INSERT INTO loading_index (name, type, sql) VALUES (?, ?, ?)');
  for (const { name, type, sql } of parts) {
    note.run(name, until, sql);
    db.exec(`DROP ${type === 'index' ? 'INDEX' : 'TRIGGER'} "${name}"`);
  }
}

/** Indexes of one type each. Random keys would rewrite every page of them with each piece: they are made when the type is complete. */
function indexesOf(db: Database) {
  const ofType = db.prepare<[string], Schema>(
    "SELECT name, type, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'record' AND instr(sql, ?) > 0",
  );
  const noted = db.prepare<[string | null, string | null], Pick<Schema, 'name' | 'sql'>>(
    'SELECT name, sql FROM loading_index WHERE ? IS NULL OR type = ? ORDER BY rowid',
  );
  const forget = db.prepare('DELETE FROM loading_index WHERE name = ?');
  return {
    /** @param isInOrder whether the rows come in the order of time. An index of few rows is cheaper kept up than made by a look at all. */
    putOff(type: string, isInOrder: boolean): void {
      const all = ofType.all(`type = '${type.replaceAll("'", "''")}'`);
      const scattered = all.filter(({ name, sql }) =>
        isInOrder ? SCATTERED.has(name) : !sql.includes('IS NOT NULL'),
      );
      putOff(db, type, scattered);
    },
    /** @param type null for what belongs to every type */
    restore(type: string | null): void {
      for (const { name, sql } of noted.all(type, type)) {
        if (name === DRAWN.trigger) db.exec(DRAWN.fill);
        db.exec(sql);
        forget.run(name);
      }
    },
  };
}

/** UUID version 7. */
function isInOrderOfTime(id: string): boolean {
  return id[14] === '7';
}

interface Line {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly ordinal: number;
  readonly doc: Buffer;
  readonly end: number;
}

/** One line: type, id, version, ordinal, document, with tabs between them. */
function lineAt(piece: Buffer, at: number): Line {
  const id = piece.indexOf(TAB, at) + 1;
  const version = piece.indexOf(TAB, id) + 1;
  const ordinal = piece.indexOf(TAB, version) + 1;
  const doc = piece.indexOf(TAB, ordinal) + 1;
  const end = piece.indexOf(LINE_END, doc);
  if (id === 0 || version === 0 || ordinal === 0 || doc === 0 || end < doc) {
    throw new StrangePieceError('a line without its five columns');
  }
  const line = {
    type: piece.toString('latin1', at, id - 1),
    id: piece.toString('utf8', id, version - 1),
    version: Number(piece.toString('latin1', version, ordinal - 1)),
    ordinal: Number(piece.toString('latin1', ordinal, doc - 1)),
    doc: piece.subarray(doc, end),
    end: end + 1,
  };
  if (!(line.version > 0 && line.ordinal >= 0)) throw new StrangePieceError('a line without a version');
  return line;
}
