import type { BlockTable, Db, Tx } from './tables.ts';

export type BlockRow = BlockTable;

/** Ids looked up by one statement. */
const IDS_AT_ONCE = 500;

/**
 * Raises the highest number ever leased and answers the first of the new ones. The row is locked to the end of the transaction, so
 * parallel leases get disjoint ranges.
 * @param floor numbers up to this one are taken whatever the database says (high-water file, sync specification A4)
 * @returns `from`: highest before; `lo`, `hi`: the leased range, both included
 */
export async function raiseHigh(
  tx: Tx,
  key: { readonly office: string; readonly year: number },
  count: number,
  readFloor: () => number,
): Promise<{ from: number; lo: number; hi: number }> {
  await tx
    .insertInto('lease_high')
    .values({ ...key, serial: 0 })
    .onConflict((conflict) => conflict.columns(['office', 'year']).doNothing())
    .execute();
  const { serial } = await tx
    .updateTable('lease_high')
    .set((eb) => ({ serial: eb('serial', '+', count) }))
    .where('office', '=', key.office)
    .where('year', '=', key.year)
    .returning('serial')
    .executeTakeFirstOrThrow();
  const from = serial - count;
  const floor = Math.max(from, readFloor());
  const hi = floor + count;
  if (hi !== serial) {
    await tx
      .updateTable('lease_high')
      .set({ serial: hi })
      .where('office', '=', key.office)
      .where('year', '=', key.year)
      .execute();
  }
  return { from, lo: floor + 1, hi };
}

export async function insertBlocks(tx: Tx, blocks: readonly BlockRow[]): Promise<void> {
  if (blocks.length === 0) return;
  await tx
    .insertInto('block')
    .values([...blocks])
    .execute();
}

/** Blocks leased to one client for one year, lowest first. */
export async function readClientBlocks(db: Db, client: string, year: number): Promise<BlockRow[]> {
  return await db
    .selectFrom('block')
    .selectAll()
    .where('client', '=', client)
    .where('year', '=', year)
    .orderBy('lo')
    .execute();
}

/** The block that holds a serial number; undefined when it was never leased. */
export async function readBlockOf(
  db: Db,
  office: string,
  year: number,
  serial: number,
): Promise<BlockRow | undefined> {
  const row = await db
    .selectFrom('block')
    .selectAll()
    .where('office', '=', office)
    .where('year', '=', year)
    .where('lo', '<=', serial)
    .orderBy('lo', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined && serial <= row.hi ? row : undefined;
}

/** Whether every one of these blocks was leased by this store, to whomever. */
export async function knowsBlocks(db: Db, ids: readonly string[]): Promise<boolean> {
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const some = [...new Set(ids.slice(start, start + IDS_AT_ONCE))];
    const known = await db.selectFrom('block').select('id').where('id', 'in', some).execute();
    if (known.length < some.length) return false;
  }
  return true;
}

/** Every block of a region, in the order of numbers. */
export async function listBlocks(db: Db, region: string): Promise<BlockRow[]> {
  return await db
    .selectFrom('block')
    .selectAll()
    .where('region', '=', region)
    .orderBy('year')
    .orderBy('lo')
    .execute();
}

/** Takes a skipped range out of the ledger, to be entered again in parts. */
export async function deleteBlock(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('block').where('id', '=', id).execute();
}
