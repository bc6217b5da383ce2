import { highestReceipted } from '../../store/receipt.ts';
import { type EntryRow, type KeptPlace, readKeptAround } from '../../store/recoveryEntry.ts';
import type { Db } from '../../store/tables.ts';
import { keyOf, rangesOf, receiptsOf } from './told.ts';

/** What is decided, or told and waiting, at and around the sequences of some entries. */
export interface Lines {
  /** Whether this very command stands at its sequence already. */
  has(entry: EntryRow): boolean;
  /**
   * Whether an entry goes where its sequence says: the place is free, and in the old order it comes after every lower sequence of its
   * client and before every higher one. Only so are a client's commands decided in the order in which they were given.
   */
  takes(entry: EntryRow): boolean;
  /** Puts an entry in, for those that follow. */
  put(entry: EntryRow): void;
}

/** Reads what the entries of one telling meet. */
export async function linesAround(db: Db, epoch: string, entries: readonly EntryRow[]): Promise<Lines> {
  const decided = await receiptsOf(db, entries);
  const lines = new Map<string, { readonly highest: number; readonly kept: Map<number, KeptPlace> }>();
  for (const [client, range] of rangesOf(entries)) {
    const kept = await readKeptAround(db, epoch, client, range);
    const bySeq = new Map(kept.map((row) => [row.seq, row]));
    lines.set(client, { highest: await highestReceipted(db, client), kept: bySeq });
  }
  const lineOf = ({ client }: EntryRow) => {
    const line = lines.get(client);
    if (line === undefined) throw new Error(`the line of client ${client} was not read`);
    return line;
  };
  return {
    has(entry) {
      const standing = decided.get(keyOf(entry)) ?? lineOf(entry).kept.get(entry.seq)?.command;
      return standing === entry.command;
    },
    takes(entry) {
      const { highest, kept } = lineOf(entry);
      // Whatever has a receipt was decided before anything told now.
      if (entry.seq <= highest || kept.has(entry.seq)) return false;
      return [...kept.values()].every((row) => row.seq < entry.seq === isBefore(row, entry));
    },
    put(entry) {
      lineOf(entry).kept.set(entry.seq, entry);
    },
  };
}

function isBefore(a: KeptPlace, b: KeptPlace): boolean {
  if (a.old_version !== b.old_version) return a.old_version < b.old_version;
  return a.old_ordinal < b.old_ordinal || (a.old_ordinal === b.old_ordinal && a.seq < b.seq);
}
