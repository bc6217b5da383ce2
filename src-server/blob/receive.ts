import { toInstant } from '../../src-shared/clock.ts';
import type { BlobState } from '../../src-shared/sync/blob.ts';
import type { Context, Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { type BlobRow, ensureBlob, moveBlob, readBlobs } from '../store/blob.ts';
import { inWriteTransaction } from '../store/transaction.ts';

/** One piece as it came. */
export interface Piece {
  readonly hash: string;
  readonly size: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Takes a piece of a file in. A piece for another place than the next one changes nothing: the answer tells how much is there, so that a
 * cut or repeated transfer goes on where it stopped. Bytes are on disk before they are counted.
 * @throws RequestRefused `malformed` when the size is not the one first told, or the piece reaches beyond it
 */
export async function receivePiece(
  context: Context,
  workstation: Workstation,
  piece: Piece,
): Promise<BlobState> {
  const { db } = context.store;
  const key = { region: workstation.region, hash: piece.hash };
  const row = await inWriteTransaction(db, async (tx) => {
    await ensureBlob(tx, { ...key, size: piece.size, at: toInstant(context.now()) });
    return (await readBlobs(tx, key.region, [key.hash])).get(key.hash);
  });
  if (row === undefined) throw new Error('a file just made known is unknown');
  if (row.size !== piece.size || piece.offset + piece.bytes.length > row.size)
    throw new RequestRefused('malformed');
  if (row.state === 'present' || piece.offset !== row.have || piece.bytes.length === 0) return stateOf(row);
  await context.blobs.write(key.region, key.hash, piece.offset, piece.bytes);
  const have = piece.offset + piece.bytes.length;
  const isWhole = have === row.size;
  // What arrived whole but is not what its name says is dropped and asked for anew, from the beginning.
  const isRight = isWhole && (await context.blobs.hashOf(key.region, key.hash, row.size)) === key.hash;
  const to = { have: isWhole && !isRight ? 0 : have, state: isRight ? 'present' : 'awaited' } as const;
  if (isWhole && !isRight) context.log.warn({ hash: key.hash }, 'file arrived damaged');
  await inWriteTransaction(db, async (tx) => await moveBlob(tx, key, piece.offset, to));
  const now = (await readBlobs(db, key.region, [key.hash])).get(key.hash);
  return stateOf(now ?? row);
}

/** How much of a file is there; nothing of one that was never heard of. */
export function stateOf(row: BlobRow | undefined, hash: string = row?.hash ?? ''): BlobState {
  return { hash, have: row?.have ?? 0, complete: row?.state === 'present' };
}
