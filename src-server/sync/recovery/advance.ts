import type { Context } from '../../context.ts';
import { advanceClient, lockClient } from '../../store/client.ts';
import { insertReceipts, readReceipts } from '../../store/receipt.ts';
import type { RecoveryClientTable, Tx } from '../../store/tables.ts';

/** Code of a receipt for a sequence that the lost server had decided and nobody holds any more. */
export const LOST = 'lost_in_restore';

/**
 * Moves a client to the last sequence it knows to be confirmed. What nobody told below it is receipted as lost, so that the rule of gaps
 * does not shut the client out (sync specification 1.9).
 * @param version of the region, for the receipts
 * @returns how many were lost
 */
export async function advanceTold(
  tx: Tx,
  { random }: Pick<Context, 'random'>,
  told: RecoveryClientTable,
  version: number,
  at: string,
): Promise<number> {
  const client = await lockClient(tx, told.client, at);
  if (!client) throw new Error(`client ${told.client} is not known`);
  const known = await readReceipts(tx, client.id, client.last_seq + 1, Number.MAX_SAFE_INTEGER);
  const last = Math.max(told.acked_seq, known.at(-1)?.seq ?? 0);
  if (last <= client.last_seq) return 0;
  const bySeq = new Map(known.map((row) => [row.seq, row]));
  const lost: number[] = [];
  for (let seq = client.last_seq + 1; seq <= last; seq += 1) if (!bySeq.has(seq)) lost.push(seq);
  await insertReceipts(
    tx,
    lost.map((seq) => ({
      client: client.id,
      seq,
      command: random.newId(),
      hash: '',
      content_hash: '',
      repeated: 0,
      outcome: 'refused',
      code: LOST,
      data: null,
      version,
      ordinal: 0,
      at,
    })),
  );
  await advanceClient(tx, client.id, last, bySeq.get(last)?.hash ?? null);
  return lost.length;
}
