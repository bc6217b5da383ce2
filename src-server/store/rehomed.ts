import type { Db, RehomedTable, Tx } from './tables.ts';

/** Notes where commands came from; what was noted before stays. */
export async function noteRehomed(tx: Tx, rows: readonly RehomedTable[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('rehomed')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['client', 'seq']).doNothing())
    .execute();
}

/** Commands sent under a client's sequences above one, and decided under another client; by sequence. */
export async function readRehomedAfter(
  db: Db,
  client: string,
  seq: number,
): Promise<ReadonlyMap<number, RehomedTable>> {
  const rows = await db
    .selectFrom('rehomed')
    .selectAll()
    .where('client', '=', client)
    .where('seq', '>', seq)
    .execute();
  return new Map(rows.map((row) => [row.seq, row]));
}
