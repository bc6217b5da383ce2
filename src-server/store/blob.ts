import type { BlobTable, Db, Tx } from './tables.ts';

export type BlobRow = BlobTable;

/** What is known of a region's files, by hash. */
export async function readBlobs(
  db: Db,
  region: string,
  hashes: readonly string[],
): Promise<Map<string, BlobRow>> {
  const rows = await db
    .selectFrom('blob')
    .selectAll()
    .where('region', '=', region)
    .where('hash', 'in', [...hashes])
    .execute();
  return new Map(rows.map((row) => [row.hash, row]));
}

/** Makes a file known; one that is known already stays as it is. */
export async function ensureBlob(
  tx: Tx,
  row: Pick<BlobRow, 'hash' | 'region' | 'size' | 'at'>,
): Promise<void> {
  await tx
    .insertInto('blob')
    .values({ ...row, have: 0, state: 'awaited' })
    .onConflict((conflict) => conflict.columns(['region', 'hash']).doNothing())
    .execute();
}

/**
 * Moves a file on from `from` to `to` bytes; nothing happens when somebody else has moved it meanwhile.
 * @returns whether it was moved
 */
export async function moveBlob(
  tx: Tx,
  key: { readonly region: string; readonly hash: string },
  from: number,
  to: { readonly have: number; readonly state: BlobRow['state'] },
): Promise<boolean> {
  const result = await tx
    .updateTable('blob')
    .set({ have: to.have, state: to.state })
    .where('region', '=', key.region)
    .where('hash', '=', key.hash)
    .where('have', '=', from)
    .where('state', '=', 'awaited')
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
