import type { Db, QuarantineTable, Tx } from './tables.ts';

export type QuarantineRow = QuarantineTable;

/** Keeps a command aside, whole, with the records it would have touched. */
export async function insertQuarantined(
  tx: Tx,
  row: QuarantineRow,
  touched: readonly string[],
): Promise<void> {
  await tx.insertInto('quarantine').values(row).execute();
  if (touched.length === 0) return;
  await tx
    .insertInto('quarantine_touch')
    .values(touched.map((record) => ({ client: row.client, record, seq: row.seq })))
    .execute();
}

/** Record ids that quarantined commands of this client would have touched, with the first such sequence. */
export async function readTouched(db: Db, client: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('quarantine_touch')
    .select((eb) => ['record', eb.fn.min('seq').as('seq')])
    .where('client', '=', client)
    .groupBy('record')
    .execute();
  return new Map(rows.map((row) => [row.record, Number(row.seq)]));
}

/** Commands kept aside in a region, newest first, without their bodies' contents being read. */
export async function listQuarantined(db: Db, region: string): Promise<QuarantineRow[]> {
  return await db
    .selectFrom('quarantine')
    .selectAll()
    .where('region', '=', region)
    .orderBy('at', 'desc')
    .limit(500)
    .execute();
}
