import { expressionBuilder } from 'kysely';
import type { RecordRef, RecordWrite } from '../../src-shared/record/model.ts';
import type { Db, RecordTable, Tables, Tx } from './tables.ts';

/** A record as stored. */
export type RecordRow = RecordTable;

/** Points looked up by one statement; keeps the number of parameters far below either engine's limit. */
const REFS_AT_ONCE = 200;

/**
 * The living documents among the named ones, by `recordKey`. An id with a NUL character names nothing: PostgreSQL cannot hold it, and
 * asking for it would fail the whole batch.
 */
export async function readDocuments(
  db: Db,
  region: string,
  refs: readonly RecordRef[],
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const possible = refs.filter((ref) => !ref.id.includes('\0'));
  for (let start = 0; start < possible.length; start += REFS_AT_ONCE) {
    const some = possible.slice(start, start + REFS_AT_ONCE);
    const rows = await db
      .selectFrom('record')
      .select(['type', 'id', 'doc'])
      .where('region', '=', region)
      .where('deleted', '=', 0)
      .where('left_reason', 'is', null)
      .where((eb) => eb.or(some.map((ref) => eb.and([eb('type', '=', ref.type), eb('id', '=', ref.id)]))))
      .execute();
    for (const row of rows) if (row.doc !== null) found.set(recordKey(row), JSON.parse(row.doc));
  }
  return found;
}

/** One spelling of a reference, for maps. */
export function recordKey(ref: { readonly type: string; readonly id: string }): string {
  return `${ref.type}/${ref.id}`;
}

/**
 * Stores whole documents stamped with the transaction's version.
 * @param ordinal place of the first one within the version; the others follow it
 */
export async function writeDocuments(
  tx: Tx,
  stamp: { readonly region: string; readonly version: number; readonly ordinal: number },
  writes: readonly RecordWrite[],
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map((item, index) => ({
    region: stamp.region,
    type: item.type,
    id: item.id,
    version: stamp.version,
    ordinal: stamp.ordinal + index,
    deleted: 0,
    left_reason: null,
    doc: JSON.stringify(item.doc),
  }));
  await tx
    .insertInto('record')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['region', 'type', 'id']).doUpdateSet((eb) => ({
        version: eb.ref('excluded.version'),
        ordinal: eb.ref('excluded.ordinal'),
        deleted: eb.ref('excluded.deleted'),
        left_reason: eb.ref('excluded.left_reason'),
        doc: eb.ref('excluded.doc'),
      })),
    )
    .execute();
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
