import type { Db, Tables, Tx } from './tables.ts';

export type PairingRow = Tables['pairing'];

export async function insertPairing(db: Db, row: PairingRow): Promise<void> {
  await db.insertInto('pairing').values(row).execute();
}

/** Locks a code to the end of the transaction, so that it is used once; undefined when there is no such code. */
export async function lockPairing(tx: Tx, codeHash: string): Promise<PairingRow | undefined> {
  return await tx
    .updateTable('pairing')
    .set((eb) => ({ code_hash: eb.ref('code_hash') }))
    .where('code_hash', '=', codeHash)
    .returningAll()
    .executeTakeFirst();
}

/** Binds a code to the request that used it and to the workstation it made. */
export async function usePairing(
  tx: Tx,
  codeHash: string,
  request: string,
  workstation: string,
): Promise<void> {
  await tx
    .updateTable('pairing')
    .set({ used_by_request: request, workstation })
    .where('code_hash', '=', codeHash)
    .execute();
}
