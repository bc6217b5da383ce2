import type { AppealReceipts } from '../../../src-shared/appeal/queries.ts';
import { occurredMs, toInstant } from '../../../src-shared/clock.ts';
import type { Desk } from '../desk.ts';

/** appeal.receipts: the centre's receipts for what this workstation has done with an appeal. */
export function receiptsOf(desk: Desk, appeal: string): AppealReceipts {
  const { intent, records } = desk.stores;
  const row = records.record.row('appeal', appeal);
  // A history line carries the id of the command that caused it, which is all that is needed to find its receipt.
  const receipts = records.history.of(appeal).flatMap(({ id }) => {
    const kept = intent.acknowledged.receiptOf(id);
    if (kept === null) return [];
    const { command, ...receipt } = kept;
    const { kind, seq } = command;
    return [{ command: command.id, kind, seq, at: toInstant(occurredMs(command.at)), ...receipt }];
  });
  const isKnown = row !== undefined && row.version > 0;
  return { receipts, version: isKnown ? row.version : null, ordinal: isKnown ? row.ordinal : null };
}
