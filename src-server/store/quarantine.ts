import type { Db, QuarantineTable, RedecidedTable, Tx } from './tables.ts';

export type QuarantineRow = QuarantineTable;

/** Keeps a command aside, whole, with the records it would have touched. */
export async function insertQuarantined(
  tx: Tx,
  row: QuarantineRow,
  touched: readonly string[],
): Promise<void> {
  // What is kept aside may be anything; PostgreSQL's text holds no NUL. The body is JSON, which escapes it.
  const storable = { ...row, kind: row.kind.replaceAll('\0', '?'), error: row.error.replaceAll('\0', '?') };
  await tx.insertInto('quarantine').values(storable).execute();
  const records = touched.filter((record) => !record.includes('\0'));
  if (records.length === 0) return;
  await tx
    .insertInto('quarantine_touch')
    .values(records.map((record) => ({ client: row.client, record, seq: row.seq })))
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

/** Commands of a region that are still kept aside, each client's in sequence. */
export async function listWaiting(db: Db, region: string): Promise<QuarantineRow[]> {
  return await db
    .selectFrom('quarantine')
    .selectAll()
    .where('region', '=', region)
    .where('state', '=', 'waiting')
    .orderBy('client')
    .orderBy('seq')
    .execute();
}

/** Why a command is kept aside has changed: another version of the server finds another reason. */
export async function renameReason(tx: Tx, row: QuarantineRow, code: string, error: string): Promise<void> {
  await tx
    .updateTable('quarantine')
    .set({ code, error: error.replaceAll('\0', '?') })
    .where('client', '=', row.client)
    .where('seq', '=', row.seq)
    .execute();
}

/** A command kept aside has been decided: it holds nothing back any more. Its body stays. */
export async function release(tx: Tx, redecided: RedecidedTable): Promise<void> {
  const { client, seq } = redecided;
  await tx.insertInto('redecided').values(redecided).execute();
  await tx
    .updateTable('quarantine')
    .set({ state: 'decided' })
    .where('client', '=', client)
    .where('seq', '=', seq)
    .execute();
  await tx.deleteFrom('quarantine_touch').where('client', '=', client).where('seq', '=', seq).execute();
}
