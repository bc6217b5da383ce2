import type { Context } from '../../context.ts';
import { advanceClient, lockClient } from '../../store/client.ts';
import { insertReceipts, type ReceiptRow, readDecided, readReceipts } from '../../store/receipt.ts';
import { readRehomedAfter } from '../../store/rehomed.ts';
import type { RecoveryClientTable, Tx } from '../../store/tables.ts';

/** Code of a receipt for a sequence that the lost server had decided and nobody holds any more. */
export const LOST = 'lost_in_restore';

/**
 * Moves a client to the last sequence it knows to be confirmed. Below it, what was decided under another client is receipted as repeated,
 * and what nobody told as lost, so that the rule of gaps does not shut the client out (sync specification 1.9).
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
  const missing: number[] = [];
  for (let seq = client.last_seq + 1; seq <= last; seq += 1) if (!bySeq.has(seq)) missing.push(seq);
  const elsewhere =
    missing.length === 0 ? new Map() : await decidedElsewhere(tx, client.id, client.last_seq, at);
  const filling = missing.map(
    (seq) =>
      elsewhere.get(seq) ?? lostReceipt({ client: client.id, seq, command: random.newId(), version, at }),
  );
  await insertReceipts(tx, filling);
  for (const row of filling) bySeq.set(row.seq, row);
  const { hash } = bySeq.get(last) ?? { hash: '' };
  await advanceClient(tx, client.id, last, hash === '' ? null : hash);
  return filling.filter(({ code }) => code === LOST).length;
}

/** Receipts for sequences of commands that were given another client, with the outcome they had there. */
async function decidedElsewhere(
  tx: Tx,
  client: string,
  after: number,
  at: string,
): Promise<ReadonlyMap<number, ReceiptRow>> {
  const rows = [...(await readRehomedAfter(tx, client, after)).values()];
  const decided =
    rows.length === 0
      ? new Map()
      : await readDecided(
          tx,
          rows.map(({ command }) => command),
        );
  return new Map(
    rows.flatMap(({ seq, command, hash }) => {
      const receipt = decided.get(command);
      return receipt === undefined
        ? []
        : [[seq, { ...receipt, client, seq, hash, repeated: 1, at }] as const];
    }),
  );
}

function lostReceipt(place: Pick<ReceiptRow, 'client' | 'seq' | 'command' | 'version' | 'at'>): ReceiptRow {
  const nothing = { hash: '', content_hash: '', repeated: 0, ordinal: 0, data: null };
  return { ...place, ...nothing, outcome: 'refused', code: LOST };
}
