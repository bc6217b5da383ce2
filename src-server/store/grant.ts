import type { Db, Tables, Tx } from './tables.ts';

/** A confirmed sign-in of one operator on one workstation. */
export type GrantRow = Tables['session_grant'];

export async function insertGrant(db: Db, row: GrantRow): Promise<void> {
  await db.insertInto('session_grant').values(row).execute();
}

/** Makes a grant known that a restore has lost; one that is there stays as it is. */
export async function ensureGrant(tx: Tx, row: GrantRow): Promise<void> {
  await tx
    .insertInto('session_grant')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** These grants by id. They never expire as proof of who gave a command: work of an outage may arrive months later. */
export async function readGrants(tx: Tx, ids: readonly string[]): Promise<Map<string, GrantRow>> {
  const rows = await tx
    .selectFrom('session_grant')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
