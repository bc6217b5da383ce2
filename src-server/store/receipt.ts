import { sql } from 'kysely';
import { type Many, readMany, writeMany } from './many.ts';
import type { Db, ReceiptTable, Tx } from './tables.ts';

export type ReceiptRow = ReceiptTable;

/** What this client has been told for sequences from `from` to `to`, both included. */
export async function readReceipts(db: Db, client: string, from: number, to: number): Promise<ReceiptRow[]> {
  return await db
    .selectFrom('receipt')
    .selectAll()
    .where('client', '=', client)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute();
}

/** At most `limit` receipts of a client above a sequence. */
export async function readReceiptsAfter(
  db: Db,
  client: string,
  seq: number,
  limit: number,
): Promise<ReceiptRow[]> {
  return await db
    .selectFrom('receipt')
    .selectAll()
    .where('client', '=', client)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** The highest sequence of a client that has a receipt; 0 when none has. */
export async function highestReceipted(db: Db, client: string): Promise<number> {
  const row = await db
    .selectFrom('receipt')
    .select('seq')
    .where('client', '=', client)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

const DECIDED: Many<{ readonly command: string }> = {
  name: 'decided',
  columns: ['command'],
  // `repeated = 0` stands there in so many words: the index by command holds only such rows.
  build: (db, commands) => ({
    compile: () =>
      sql`SELECT receipt.* FROM (VALUES ${sql.join(commands.map(({ command }) => sql`(${command})`))}) AS named
        CROSS JOIN receipt WHERE receipt.command = named.column1 AND receipt.repeated = 0`.compile(db),
  }),
};

/** First decisions of these commands, whichever client sent them; by command id. */
export async function readDecided(db: Db, commands: readonly string[]): Promise<Map<string, ReceiptRow>> {
  const named = commands.map((command) => ({ command }));
  const rows = await readMany<{ command: string }, ReceiptRow>(db, DECIDED, named);
  return new Map(rows.map((row) => [row.command, row]));
}

const KEPT: Many<ReceiptRow> = {
  name: 'receipts',
  columns: [
    'client',
    'seq',
    'command',
    'hash',
    'content_hash',
    'repeated',
    'outcome',
    'code',
    'data',
    'version',
    'ordinal',
    'at',
  ],
  build: (db, rows) => db.insertInto('receipt').values([...rows]),
};

/** Stores receipts; they are never changed or removed. */
export async function insertReceipts(tx: Tx, receipts: readonly ReceiptRow[]): Promise<void> {
  await writeMany(tx, KEPT, receipts);
}
