import type { Db, Tables, Tx } from './tables.ts';

/** The secret part of an account; its public part is the `operator` record. */
export type AccountRow = Tables['account'];

export async function insertAccount(tx: Tx, row: AccountRow): Promise<void> {
  await tx.insertInto('account').values(row).execute();
}

export async function readAccount(db: Db, login: string): Promise<AccountRow | undefined> {
  return await db.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst();
}

export async function listAccounts(db: Db, region: string): Promise<AccountRow[]> {
  return await db.selectFrom('account').selectAll().where('region', '=', region).orderBy('login').execute();
}

/** Replaces the password of an account. */
export async function updatePassword(db: Db, operator: string, passwordHash: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('operator', '=', operator)
    .execute();
}
