import type { Kysely } from 'kysely';
import type { Random } from '../random.ts';
import type { Db, Tables, Tx } from './tables.ts';

/** Facts of this store that never change while it lives. The epoch is none of them: see `readEpoch`. */
export interface Meta {
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
  const row = await db.selectFrom('meta').select('pairing_salt').executeTakeFirstOrThrow();
  return { pairingSalt: row.pairing_salt };
}

/**
 * Life of this history; a recovery after a restore begins a new one. Never kept in memory: another server process may have begun it,
 * or the database under this process may have been replaced.
 */
export async function readEpoch(db: Db): Promise<string> {
  return (await db.selectFrom('meta').select('epoch').executeTakeFirstOrThrow()).epoch;
}

/** Begins another life. */
export async function changeEpoch(tx: Tx, epoch: string, formerEpoch: string): Promise<void> {
  await tx.updateTable('meta').set({ epoch, restored_from: formerEpoch }).execute();
}
