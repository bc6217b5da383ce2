import { occurredMs, toEpochMs } from '../../src-shared/clock.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import { HistoryEntry, type HistoryMark } from '../../src-shared/history/model.ts';
import { type RecordWrite, write } from '../../src-shared/record/model.ts';

/** A corrected time may be this much ahead of the server's before it is doubted, in milliseconds. */
const AHEAD_MS = 5 * 60_000;

/**
 * What happened later than now cannot have: the workstation's clock is not to be trusted, whatever it measured. The command is
 * accepted, its line of history marked, and a person confirms the day (sync specification 1.10).
 * @param at the server's time
 */
export function markFuture(
  writes: readonly RecordWrite[],
  command: Command,
  at: string,
): readonly RecordWrite[] {
  if (occurredMs(command.at) <= toEpochMs(at) + AHEAD_MS) return writes;
  return writes.map((item) => {
    if (item.type !== 'history' || item.id !== command.id) return item;
    const entry = HistoryEntry.parse(item.doc);
    const marks = new Set<HistoryMark>(['clock_suspect', ...(entry.marks ?? [])]);
    return write('history', { ...entry, marks: [...marks] });
  });
}
