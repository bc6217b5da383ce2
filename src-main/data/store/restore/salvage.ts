import { namedError, StoreError } from '../error.ts';
import type { Database } from '../open.ts';

/** A row as it came out of a file: column -> value. */
export type SalvagedRow = Readonly<Record<string, unknown>>;

/** What could be read of one table. */
export interface SalvagedTable {
  readonly rows: readonly SalvagedRow[];
  /** No page of it was unreadable. */
  readonly isWhole: boolean;
}

/** How far beyond the rows seen from one end single rows are asked for, where the other end cannot be read. */
const BLIND_REACH = 20_000;
/** Rows asked for one by one between two readable stretches, at most. */
const MOST_ASKED = 200_000;
/** So many unreadable places one after the other are more than a damaged page of rows: everything below is out of reach. */
const MOST_UNREADABLE = 500;

/** Name under which a row's place is read beside its columns. */
const PLACE = 'holos_place';

/** Tables of a file, as its schema names them; empty when even the first page cannot be read. */
export function tablesOf(db: Database): string[] {
  const names = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck();
  return orNothing(db, () => names.all()) ?? [];
}

/**
 * Reads whatever can be read of a table: from both ends, and row by row between them, around pages that fail their check
 * (sync specification 5.3). Every row that comes is a row that was written: each page proves itself.
 */
export function salvageTable(db: Database, table: string): SalvagedTable {
  const hasPlace =
    orNothing(db, () => db.prepare(`SELECT rowid FROM "${table}" LIMIT 0`).all()) !== undefined;
  // Tables kept in the order of their key have no places: what stands before the first unreadable page is all there is.
  if (!hasPlace) return stretch(db, `SELECT * FROM "${table}"`);
  const from = `SELECT rowid AS ${PLACE}, * FROM "${table}" NOT INDEXED`;
  const up = stretch(db, `${from} ORDER BY rowid`);
  if (up.isWhole) return { rows: up.rows.map(withoutPlace), isWhole: true };
  const down = stretch(db, `${from} ORDER BY rowid DESC`);
  const between = oneByOne(db, `${from} WHERE rowid = ?`, up.rows.at(-1), down.rows.at(-1));
  const byPlace = new Map([...up.rows, ...between, ...down.rows].map((row) => [Number(row[PLACE]), row]));
  const rows = [...byPlace].sort(([a], [b]) => a - b).map(([, row]) => withoutPlace(row));
  return { rows, isWhole: false };
}

function withoutPlace({ [PLACE]: _place, ...row }: SalvagedRow): SalvagedRow {
  return row;
}

/** Rows until the first page that cannot be read. */
function stretch(db: Database, sql: string): SalvagedTable {
  const rows: SalvagedRow[] = [];
  const isWhole = orNothing(db, () => {
    for (const row of db.prepare<[], SalvagedRow>(sql).iterate()) rows.push(row);
    return true;
  });
  return { rows, isWhole: isWhole === true };
}

function oneByOne(
  db: Database,
  sql: string,
  lowest: SalvagedRow | undefined,
  highest: SalvagedRow | undefined,
): SalvagedRow[] {
  const low = lowest === undefined ? null : Number(lowest[PLACE]);
  const high = highest === undefined ? null : Number(highest[PLACE]);
  const first = low === null ? Math.max(1, (high ?? 1) - BLIND_REACH) : low + 1;
  const last = high === null ? first + BLIND_REACH : high - 1;
  const ask = db.prepare<[number], SalvagedRow>(sql);
  const rows: SalvagedRow[] = [];
  let unreadable = 0;
  for (let place = first; place <= Math.min(last, first + MOST_ASKED); place += 1) {
    const found = orNothing(db, () => ({ row: ask.get(place) }));
    unreadable = found === undefined ? unreadable + 1 : 0;
    if (unreadable > MOST_UNREADABLE) break;
    if (found?.row !== undefined) rows.push(found.row);
  }
  return rows;
}

/** Undefined where the file is damaged; any other trouble is thrown, because then nothing is known of the file. */
function orNothing<T>(db: Database, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const named = namedError(error, db.name);
    if (named instanceof StoreError && named.code === 'storeDamaged') return undefined;
    // A table that an older step of the schema did not have, or a table without places.
    if (error instanceof Error && /no such (table|column)/.test(error.message)) return undefined;
    throw named;
  }
}
