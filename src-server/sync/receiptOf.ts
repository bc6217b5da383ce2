import type { CommandId } from '../../src-shared/brand.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import type { CommandResult, OutcomeName, RefusalData } from '../../src-shared/command/outcome.ts';
import type { ReceiptRow } from '../store/receipt.ts';
import { contentHash, isContentOf } from './commandHash.ts';
import type { CommandVerdict } from './verdict.ts';

/** A receipt as the workstation is told it. It was checked when it was made. */
export function resultOf(row: ReceiptRow): CommandResult {
  return {
    seq: row.seq,
    id: row.command as CommandId,
    outcome: row.outcome as OutcomeName,
    code: row.code,
    data: row.data === null ? null : (JSON.parse(row.data) as RefusalData),
    version: row.version,
    ordinal: row.ordinal,
  };
}

/**
 * Whether a command is the stand-in of one too large for the way: everything but its content. Where the whole of it had come before, over
 * a wider way, it says nothing new.
 */
export function isStandIn(command: Command): boolean {
  return Object.keys(command.payload).length === 0;
}

/**
 * The receipt of a command that was decided before, for another client or sequence: the stored outcome.
 * @returns undefined when the same id carries another content, which is a new, doubtful thing and no repeat
 */
export function repeatedReceipt(before: ReceiptRow, command: Command, at: string): ReceiptRow | undefined {
  if (!isContentOf(before.content_hash, command) && !isStandIn(command)) return undefined;
  return { ...before, client: command.client, seq: command.seq, hash: command.hash, repeated: 1, at };
}

/** The receipt of a command decided now. */
export function freshReceipt(
  command: Command,
  verdict: CommandVerdict,
  place: {
    readonly version: number;
    readonly ordinal: number;
    readonly at: string;
    readonly isIdReused: boolean;
  },
): ReceiptRow {
  return {
    client: command.client,
    seq: command.seq,
    command: command.id,
    hash: command.hash,
    content_hash: contentHash(command),
    repeated: place.isIdReused ? 1 : 0,
    outcome: verdict.outcome,
    code: 'writes' in verdict ? null : verdict.code,
    data: 'writes' in verdict ? null : JSON.stringify(verdict.data),
    version: place.version,
    ordinal: place.ordinal,
    at: place.at,
  };
}
