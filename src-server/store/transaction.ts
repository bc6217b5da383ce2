import type { ControlledTransaction, Kysely } from 'kysely';
import type { Tables, Tx } from './tables.ts';

/**
 * One writing transaction. READ COMMITTED on PostgreSQL, so that whoever waited for a region's counter sees everything its predecessor
 * wrote (sync specification 1.6); BEGIN IMMEDIATE on SQLite.
 * @param work gets the transaction and a way to run a part of it under a savepoint; whatever it throws rolls everything back
 */
export async function inWriteTransaction<T>(
  db: Kysely<Tables>,
  work: (tx: Tx, attempt: Attempt) => Promise<T>,
): Promise<T> {
  const tx = await db.startTransaction().setIsolationLevel('read committed').execute();
  try {
    const value = await work(tx, (part) => underSavepoint(tx, part));
    await tx.commit().execute();
    return value;
  } catch (error) {
    await rollBack(tx);
    throw error;
  }
}

/** Runs a part under a savepoint: either all of it stands or nothing, and what it threw is thrown on. */
export type Attempt = <T>(part: () => Promise<T>) => Promise<T>;

async function underSavepoint<T>(tx: ControlledTransaction<Tables>, part: () => Promise<T>): Promise<T> {
  const inside = await tx.savepoint('part').execute();
  let value: T;
  try {
    value = await part();
  } catch (error) {
    // Fails with TransactionLostError when SQLite has rolled everything back by itself; going on would write outside a transaction.
    await inside.rollbackToSavepoint('part').execute();
    await inside.releaseSavepoint('part').execute();
    throw error;
  }
  await inside.releaseSavepoint('part').execute();
  return value;
}

/** Everything `work` reads is of one moment: REPEATABLE READ, READ ONLY on PostgreSQL, one read transaction on SQLite. */
export async function inSnapshot<T>(db: Kysely<Tables>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** The error that led here matters more than a connection that is gone and can no longer roll back. */
async function rollBack(tx: ControlledTransaction<Tables>): Promise<void> {
  if (tx.isCommitted || tx.isRolledBack) return;
  try {
    await tx.rollback().execute();
  } catch {
    // The engine has rolled back by itself, or the connection is gone: the pool discards it, and PostgreSQL rolls back when it closes.
  }
}
