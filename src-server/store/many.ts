import { type Compilable, CompiledQuery } from 'kysely';
import type { Db, Tx } from './tables.ts';

/** Rows in one statement at most: far below either engine's limit of parameters. */
const MOST_ROWS = 128;

/** A statement over many rows. Its text depends on their number alone, so that it is built once for each number. */
export interface Many<Row> {
  /** Name of its own among all such statements. */
  readonly name: string;
  /** Columns in the order of the statement's parameters. */
  readonly columns: readonly (keyof Row & string)[];
  build(db: Db, rows: readonly Row[]): Compilable;
}

/** Texts of statements, by the database they are for and by name and number of rows. Building one costs more than running it. */
const texts = new WeakMap<object, Map<string, string>>();

/** Writes rows, a few statements for all of them. */
export async function writeMany<Row>(tx: Tx, many: Many<Row>, rows: readonly Row[]): Promise<void> {
  for (const some of inParts(rows)) await tx.executeQuery(statementFor(tx, many, some));
}

/** Reads what belongs to the given rows. @param last parameters behind those of the rows */
export async function readMany<Row, Found>(
  db: Db,
  many: Many<Row>,
  rows: readonly Row[],
  last: readonly unknown[] = [],
): Promise<Found[]> {
  const found: Found[] = [];
  for (const some of inParts(rows)) {
    const { rows: part } = await db.executeQuery(statementFor(db, many, some, last));
    found.push(...(part as Found[]));
  }
  return found;
}

function statementFor<Row>(
  db: Db,
  many: Many<Row>,
  rows: readonly Row[],
  last: readonly unknown[] = [],
): CompiledQuery<unknown> {
  const known = textsFor(db);
  const name = `${many.name}/${rows.length}`;
  const text = known.get(name) ?? many.build(db, rows.map(inOrder(many.columns))).compile().sql;
  known.set(name, text);
  const parameters = rows.flatMap((row): unknown[] => many.columns.map((column) => row[column]));
  return CompiledQuery.raw(text, [...parameters, ...last]);
}

/** An insert lists its columns as the first row's fields stand. */
function inOrder<Row>(columns: readonly (keyof Row & string)[]): (row: Row) => Row {
  return (row) => Object.fromEntries(columns.map((column) => [column, row[column]])) as Row;
}

function textsFor(db: Db): Map<string, string> {
  const { adapter } = db.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, string>();
  texts.set(adapter, known);
  return known;
}

/** Parts whose sizes are powers of two: then there are few different statements, and each is kept prepared. */
function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  let size = MOST_ROWS;
  for (let from = 0; from < rows.length; from += size) {
    while (size > rows.length - from) size /= 2;
    yield rows.slice(from, from + size);
  }
}
