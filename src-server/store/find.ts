import { type RawBuilder, sql } from 'kysely';
import type { Engine } from './migrate.ts';
import type { RecordRow } from './record.ts';
import type { Db } from './tables.ts';

/** A field of a stored document as each engine reads it; the same text as in the indexes of step 0020. */
function field(engine: Engine, table: string, ...path: readonly string[]): RawBuilder<string | null> {
  const doc = sql.ref(`${table}.doc`);
  return engine === 'sqlite'
    ? sql`json_extract(${doc}, ${sql.lit(`$.${path.join('.')}`)})`
    : sql`(${doc}::jsonb #>> ${sql.lit(`{${path.join(',')}}`)})`;
}

/** An appeal with its applicant, both as stored. */
export interface SearchedRow {
  readonly id: string;
  readonly doc: string;
  readonly applicant: string | null;
}

/** Living appeals of a region before an id, or from the end, the latest first: ids are minted in the order of time. */
export async function readAppealsBefore(
  db: Db,
  engine: Engine,
  region: string,
  before: string | null,
  limit: number,
): Promise<SearchedRow[]> {
  const applicant = field(engine, 'appeal', 'applicant');
  const isBehind = before === null ? sql`` : sql`AND appeal.id < ${before}`;
  const { rows } = await sql<SearchedRow>`
    SELECT appeal.id, appeal.doc, applicant.doc AS applicant FROM record AS appeal
    LEFT JOIN record AS applicant ON applicant.region = ${region} AND applicant.type = 'applicant'
      AND applicant.id = ${applicant} AND applicant.deleted = 0
    WHERE appeal.region = ${region} AND appeal.type = 'appeal' ${isBehind}
      AND appeal.deleted = 0 AND appeal.left_reason IS NULL AND appeal.doc IS NOT NULL
    ORDER BY appeal.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Living records by their keys. */
export async function readLiving(
  db: Db,
  region: string,
  refs: readonly { readonly type: string; readonly id: string }[],
): Promise<RecordRow[]> {
  if (refs.length === 0) return [];
  return await db
    .selectFrom('record')
    .selectAll()
    .where('region', '=', region)
    .where('deleted', '=', 0)
    .where('left_reason', 'is', null)
    .where('doc', 'is not', null)
    .where((eb) => eb.or(refs.map((ref) => eb.and([eb('type', '=', ref.type), eb('id', '=', ref.id)]))))
    .execute();
}

/** Living records that belong to an appeal: its history, conflicts, files, and the parts bodies have in it. */
export async function readBelonging(
  db: Db,
  engine: Engine,
  region: string,
  appeal: string,
): Promise<RecordRow[]> {
  const living = sql`record.deleted = 0 AND record.left_reason IS NULL AND record.doc IS NOT NULL`;
  const history = await sql<RecordRow>`SELECT * FROM record WHERE region = ${region} AND type = 'history'
    AND ${field(engine, 'record', 'subject', 'id')} = ${appeal} AND ${living}`.execute(db);
  const others = await sql<RecordRow>`SELECT * FROM record WHERE region = ${region}
    AND type IN ('attachment', 'conflict') AND ${field(engine, 'record', 'appeal')} = ${appeal} AND ${living}`.execute(
    db,
  );
  const parts = await sql<RecordRow>`SELECT * FROM record WHERE region = ${region} AND type = 'execution'
    AND ${field(engine, 'record', 'appeal')} = ${appeal} AND ${living}`.execute(db);
  return [...history.rows, ...others.rows, ...parts.rows];
}
