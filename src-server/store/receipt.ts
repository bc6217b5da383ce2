import type { Db, ReceiptTable, Tx } from './tables.ts';

export type ReceiptRow = ReceiptTable;

/** Receipts written by one statement. */
const ROWS_AT_ONCE = 100;

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

/** First decisions of these commands, whichever client sent them; by command id. */
export async function readDecided(db: Db, commands: readonly string[]): Promise<Map<string, ReceiptRow>> {
  const rows = await db
    .selectFrom('receipt')
    .selectAll()
    .where('command', 'in', [...commands])
    .where('repeated', '=', 0)
    .execute();
  return new Map(rows.map((row) => [row.command, row]));
}

/** Stores receipts; they are never changed or removed. */
export async function insertReceipts(tx: Tx, receipts: readonly ReceiptRow[]): Promise<void> {
  for (let start = 0; start < receipts.length; start += ROWS_AT_ONCE) {
    await tx
      .insertInto('receipt')
      .values(receipts.slice(start, start + ROWS_AT_ONCE))
      .execute();
  }
}
