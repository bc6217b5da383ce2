import type { Context } from '../../../src-server/context.ts';
import type { Db } from '../../../src-server/store/tables.ts';
import { REGION } from './image.ts';

/** A row of the server's records, by plain SQL. */
export interface TrueRow {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly ordinal: number;
  readonly doc: string;
}

/** A receipt of the server, by plain SQL. */
export interface TrueReceipt {
  readonly client: string;
  readonly seq: number;
  readonly command: string;
  readonly hash: string;
  readonly repeated: number;
  readonly outcome: string;
  readonly code: string | null;
  readonly version: number;
  readonly ordinal: number;
}

/** What every replica must show: the answer of one statement. */
export async function trueRows(context: Context): Promise<TrueRow[]> {
  const rows = await dbOf(context)
    .selectFrom('record')
    .select(['type', 'id', 'version', 'ordinal', 'doc'])
    .where('region', '=', REGION)
    .where('deleted', '=', 0)
    .where('left_reason', 'is', null)
    .orderBy('type')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, doc: row.doc ?? '' }));
}

/** The head of the region: its last version and that version's mark. */
export async function trueHead(context: Context): Promise<{ version: number; mark: string }> {
  return await dbOf(context)
    .selectFrom('region')
    .innerJoin('version_mark', (join) =>
      join
        .onRef('version_mark.region', '=', 'region.id')
        .onRef('version_mark.version', '=', 'region.version'),
    )
    .select(['region.version', 'version_mark.mark'])
    .where('region.id', '=', REGION)
    .executeTakeFirstOrThrow();
}

/** Every receipt, in the order in which the commands were decided. */
export async function trueReceipts(context: Context): Promise<TrueReceipt[]> {
  return await dbOf(context)
    .selectFrom('receipt')
    .select(['client', 'seq', 'command', 'hash', 'repeated', 'outcome', 'code', 'version', 'ordinal'])
    .orderBy('version')
    .orderBy('ordinal')
    .orderBy('client')
    .orderBy('seq')
    .execute();
}

/** The database behind a context. */
export function dbOf(context: Context): Db {
  return context.store.db;
}
