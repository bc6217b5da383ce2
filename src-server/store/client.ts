import type { ClientTable, Db, Tx } from './tables.ts';

export type ClientRow = ClientTable;

/** Makes a client known at sequence 0; one that is known already stays as it is. */
export async function ensureClient(
  tx: Tx,
  client: { readonly id: string; readonly workstation: string; readonly region: string },
  at: string,
): Promise<void> {
  await tx
    .insertInto('client')
    .values({ ...client, last_seq: 0, last_hash: null, seen_at: at, protocol: 1 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/**
 * Locks a client to the end of the transaction by writing its row: the lock every engine has.
 * @returns the client as its last transaction left it; undefined when it is not known
 */
export async function lockClient(tx: Tx, id: string, at: string): Promise<ClientRow | undefined> {
  return await tx
    .updateTable('client')
    .set({ seen_at: at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** Remembers what is spoken with a client. @param protocol 0 when no version is spoken by both */
export async function noteProtocol(tx: Tx, id: string, protocol: number): Promise<void> {
  await tx.updateTable('client').set({ protocol }).where('id', '=', id).execute();
}

/** Locks a client without its having been heard of: for what is done to its commands here. */
export async function holdClient(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('client')
    .set((eb) => ({ last_seq: eb.ref('last_seq') }))
    .where('id', '=', id)
    .execute();
}

export async function readClient(db: Db, id: string): Promise<ClientRow | undefined> {
  return await db.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Moves a client to the last sequence decided for it. */
export async function advanceClient(
  tx: Tx,
  id: string,
  lastSeq: number,
  lastHash: string | null,
): Promise<void> {
  await tx
    .updateTable('client')
    .set({ last_seq: lastSeq, last_hash: lastHash })
    .where('id', '=', id)
    .execute();
}
