import type { Db, Tx, WorkstationTable } from './tables.ts';

export type WorkstationRow = WorkstationTable;

export async function insertWorkstation(tx: Tx, row: WorkstationRow): Promise<void> {
  await tx.insertInto('workstation').values(row).execute();
}

export async function readWorkstation(db: Db, id: string): Promise<WorkstationRow | undefined> {
  return await db.selectFrom('workstation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The secret has reached its workstation: from now on only its hash is kept. */
export async function forgetSecret(db: Db, id: string): Promise<void> {
  await db.updateTable('workstation').set({ unconfirmed_secret: null }).where('id', '=', id).execute();
}

/** Gives a workstation another secret; the one before is worth nothing any more. */
export async function changeSecret(
  tx: Tx,
  id: string,
  secret: Pick<WorkstationRow, 'secret_hash' | 'unconfirmed_secret'>,
): Promise<void> {
  await tx.updateTable('workstation').set(secret).where('id', '=', id).execute();
}

/** Remembers when a workstation last said hello and, of one that says so, what waits there. */
export async function touchWorkstation(
  tx: Tx,
  id: string,
  at: string,
  waiting?: { readonly count: number; readonly oldestAt: string | null } | undefined,
): Promise<void> {
  const told = waiting === undefined ? {} : { waiting: waiting.count, oldest_waiting_at: waiting.oldestAt };
  await tx
    .updateTable('workstation')
    .set({ seen_at: at, ...told })
    .where('id', '=', id)
    .execute();
}

/** Workstations of a region in the order of their series. */
export async function listWorkstations(db: Db, region: string): Promise<WorkstationRow[]> {
  return await db
    .selectFrom('workstation')
    .selectAll()
    .where('region', '=', region)
    .orderBy('series')
    .execute();
}

/** Shuts a workstation out; its records and receipts stay. Answers whether there was one. */
export async function revokeWorkstation(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('workstation')
    .set({ revoked: 1 })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Every workstation there is. */
export async function listAllWorkstations(db: Db): Promise<WorkstationRow[]> {
  return await db.selectFrom('workstation').selectAll().orderBy('id').execute();
}
