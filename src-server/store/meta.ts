import type { Kysely } from 'kysely';
import type { Random } from '../random.ts';
import type { Tables } from './tables.ts';

/** Facts of this store that never change while it lives. */
export interface Meta {
  /** Life of this history; a restored server takes a new one. */
  readonly epoch: string;
  readonly pairingSalt: string;
}

/** The store's own facts, made once. Safe when several server processes start together. */
export async function ensureMeta(db: Kysely<Tables>, random: Random): Promise<Meta> {
  const fresh = {
    only_row: 1,
    epoch: random.newUuid(),
    created_at: new Date().toISOString(),
    restored_from: null,
    pairing_salt: random.bytes(16).toString('hex'),
  };
  await db
    .insertInto('meta')
    .values(fresh)
    .onConflict((conflict) => conflict.column('only_row').doNothing())
    .execute();
  const row = await db.selectFrom('meta').select(['epoch', 'pairing_salt']).executeTakeFirstOrThrow();
  return { epoch: row.epoch, pairingSalt: row.pairing_salt };
}
