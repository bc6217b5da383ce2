import type { Logger } from 'pino';
import { readReceipts } from '../../store/receipt.ts';
import type { EntryRow } from '../../store/recoveryEntry.ts';
import type { Db } from '../../store/tables.ts';

/** Entries whose sequence has no receipt, each sequence once. One with another content than its receipt is logged and left alone. */
export async function withoutReceipt(db: Db, log: Logger, entries: readonly EntryRow[]): Promise<EntryRow[]> {
  const receipts = await receiptsOf(db, entries);
  const taken = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (taken.has(key)) return false;
    taken.add(key);
    const receipt = receipts.get(key);
    if (receipt !== undefined && receipt !== entry.command)
      log.error(
        { client: entry.client, seq: entry.seq, command: entry.command },
        'sequence of another command',
      );
    return receipt === undefined;
  });
}

/** Command of each receipt in the ranges that the entries span, by client and sequence. */
export async function receiptsOf(
  db: Db,
  entries: readonly Pick<EntryRow, 'client' | 'seq'>[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [client, [from, to]] of rangesOf(entries)) {
    for (const row of await readReceipts(db, client, from, to)) found.set(keyOf(row), row.command);
  }
  return found;
}

/** First and last sequence among the entries of each client. */
export function rangesOf(
  entries: readonly Pick<EntryRow, 'client' | 'seq'>[],
): Map<string, readonly [number, number]> {
  const ranges = new Map<string, readonly [number, number]>();
  for (const { client, seq } of entries) {
    const [from, to] = ranges.get(client) ?? [seq, seq];
    ranges.set(client, [Math.min(from, seq), Math.max(to, seq)]);
  }
  return ranges;
}

/** Client and sequence of an entry. */
export function keyOf({ client, seq }: { readonly client: string; readonly seq: number }): string {
  return `${client}/${seq}`;
}
