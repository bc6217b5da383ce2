import { expressionBuilder, sql } from 'kysely';
import type { RecordRef, RecordWrite } from '../../src-shared/record/model.ts';
import { type Many, readMany, writeMany } from './many.ts';
import type { Db, RecordTable, Tables, Tx } from './tables.ts';

/** A record as stored. */
export type RecordRow = RecordTable;

/** A place in the order of a region's changes: of the first of several writes, the others follow it. */
export interface Stamp {
  readonly region: string;
  readonly version: number;
  readonly ordinal: number;
}

/** A write with its own place. */
export interface StampedWrite extends Stamp {
  readonly write: RecordWrite;
}

const NAMED: Many<{ readonly type: string; readonly id: string }> = {
  name: 'documents',
  columns: ['type', 'id'],
  // Both engines call the columns of VALUES so; the CROSS JOIN keeps SQLite to this order of tables.
  build: (db, refs) => ({
    compile: () =>
      sql`SELECT record.type, record.id, record.doc
        FROM (VALUES ${sql.join(refs.map(({ type, id }) => sql`(${type}, ${id})`))}) AS named
        CROSS JOIN record
        WHERE record.region = ${''} AND record.type = named.column1 AND record.id = named.column2
          AND record.deleted = 0 AND record.left_reason IS NULL AND record.doc IS NOT NULL`.compile(db),
  }),
};

/**
 * The living documents among the named ones, by `recordKey`. An id with a NUL character names nothing: PostgreSQL cannot hold it, and
 * asking for it would fail the whole batch.
 */
export async function readDocuments(
  db: Db,
  region: string,
  refs: readonly RecordRef[],
): Promise<Map<string, unknown>> {
  const possible = refs.filter((ref) => !ref.id.includes('\0'));
  const rows = await readMany<RecordRef, { type: string; id: string; doc: string }>(db, NAMED, possible, [
    region,
  ]);
  return new Map(rows.map((row) => [recordKey(row), JSON.parse(row.doc) as unknown]));
}

/** One spelling of a reference, for maps. */
export function recordKey(ref: { readonly type: string; readonly id: string }): string {
  return `${ref.type}/${ref.id}`;
}

const WRITTEN: Many<RecordRow> = {
  name: 'records',
  columns: ['region', 'type', 'id', 'version', 'ordinal', 'deleted', 'left_reason', 'doc'],
  build: (db, rows) =>
    db
      .insertInto('record')
      .values([...rows])
      .onConflict((conflict) =>
        conflict.columns(['region', 'type', 'id']).doUpdateSet((eb) => ({
          version: eb.ref('excluded.version'),
          ordinal: eb.ref('excluded.ordinal'),
          deleted: eb.ref('excluded.deleted'),
          left_reason: eb.ref('excluded.left_reason'),
          doc: eb.ref('excluded.doc'),
        })),
      ),
};

/** Gives each of several writes its place. */
export function stamped(stamp: Stamp, writes: readonly RecordWrite[]): StampedWrite[] {
  const { region, version, ordinal } = stamp;
  return writes.map((write, index) => ({ region, version, ordinal: ordinal + index, write }));
}

/** Stores whole documents at their places; of a document written several times only the last state. */
export async function writeStamped(tx: Tx, writes: readonly StampedWrite[]): Promise<void> {
  const last = new Map(writes.map((item) => [`${item.region}/${recordKey(item.write)}`, item]));
  const rows = Array.from(last.values(), ({ region, version, ordinal, write }) => ({
    region,
    type: write.type,
    id: write.id,
    version,
    ordinal,
    deleted: 0,
    left_reason: null,
    doc: JSON.stringify(write.doc),
  }));
  await writeMany(tx, WRITTEN, rows);
}

/** Stores whole documents stamped with the transaction's version. */
export async function writeDocuments(tx: Tx, stamp: Stamp, writes: readonly RecordWrite[]): Promise<void> {
  await writeStamped(tx, stamped(stamp, writes));
}

/** At most `limit` records changed after a version, in the order of the changes. */
export async function readChangedAfter(
  db: Db,
  region: string,
  version: number,
  limit: number,
): Promise<RecordRow[]> {
  return await db
    .selectFrom('record')
    .selectAll()
    .where('region', '=', region)
    .where('version', '>', version)
    .orderBy('version')
    .orderBy('ordinal')
    .limit(limit)
    .execute();
}

/** Everything of one version: a page never splits it. */
export async function readVersion(db: Db, region: string, version: number): Promise<RecordRow[]> {
  return await db
    .selectFrom('record')
    .selectAll()
    .where('region', '=', region)
    .where('version', '=', version)
    .orderBy('ordinal')
    .execute();
}

/** A living record of a snapshot: its document is there. */
export interface LivingRow {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly ordinal: number;
  readonly doc: string;
}

/**
 * The living records behind a key that have not changed since a version, in the order of their keys: one short statement of a scan that may
 * take its time (sync specification 1.8).
 * @param after key of the last record read; two empty texts before the first
 */
export async function readUnchangedSince(
  db: Db,
  region: string,
  version: number,
  after: { readonly type: string; readonly id: string },
  limit: number,
): Promise<LivingRow[]> {
  const { eb, tuple } = expressionBuilder<Tables, 'record'>();
  const rows = await db
    .selectFrom('record')
    .select(['type', 'id', 'version', 'ordinal', 'doc'])
    .where('region', '=', region)
    .where(eb(eb.refTuple('type', 'id'), '>', tuple(after.type, after.id)))
    .where('version', '<=', version)
    .where('deleted', '=', 0)
    .where('left_reason', 'is', null)
    .where('doc', 'is not', null)
    .orderBy('type')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows as LivingRow[];
}

/** How many records of a region have changed since a version, counted up to a limit. */
export async function countChangedAfter(
  db: Db,
  region: string,
  version: number,
  limit: number,
): Promise<number> {
  const some = db
    .selectFrom('record')
    .select('version')
    .where('region', '=', region)
    .where('version', '>', version)
    .limit(limit);
  const row = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
