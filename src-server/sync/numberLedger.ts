import type { Command } from '../../src-shared/command/envelope.ts';
import { formatNumber, type NumberParts, parseNumber } from '../../src-shared/number/number.ts';
import type { RecordWrite } from '../../src-shared/record/model.ts';
import type { Workstation } from '../context.ts';
import type { BlockRow } from '../store/block.ts';
import type { NumberRow } from '../store/number.ts';
import type { Sheet } from './sheet.ts';

/** A number that this workstation was entitled to tell a caller. */
export interface OwnNumber {
  readonly full: string;
  readonly parts: NumberParts;
  readonly block: BlockRow | undefined;
}

/** The number a decision would issue; undefined when it issues none. */
export function issuedBy(writes: readonly RecordWrite[]): string | undefined {
  return writes.find((item) => item.type === 'number')?.id;
}

/**
 * Looks a number up in the ledger of leases.
 * @param office prefix of the region's numbers
 * @returns null when it was not this workstation's to tell: another's block, another's series, never leased, another spelling.
 *   Blocks count by workstation, not by client: after a fork the new client sends what the old one had numbered.
 */
export async function ownNumber(
  sheet: Sheet,
  full: string,
  office: string,
  workstation: Workstation,
): Promise<OwnNumber | null> {
  const parts = parseNumber(full);
  if (parts === null || formatNumber(parts) !== full || parts.office !== office) return null;
  if (parts.series > 0) return parts.series === workstation.series ? { full, parts, block: undefined } : null;
  const block = await sheet.blockOf(parts.office, parts.year, parts.serial);
  const isOwn = block?.state === 'leased' && block.workstation === workstation.id;
  return isOwn ? { full, parts, block } : null;
}

/** Enters a number as used by a command. */
export async function enterUsed(
  sheet: Sheet,
  number: OwnNumber,
  command: Command,
  at: string,
): Promise<void> {
  await sheet.used(rowOf(number, command, at, 'used', null));
}

/**
 * Enters a number as void, because the command that carried it was refused: it was told to a caller and is accounted for,
 * and a corrected command may still use it.
 */
export async function enterVoid(
  sheet: Sheet,
  number: OwnNumber,
  command: Command,
  at: string,
  reason: string,
): Promise<void> {
  await sheet.voided(rowOf(number, command, at, 'void', reason));
}

function rowOf(
  number: OwnNumber,
  command: Command,
  at: string,
  state: NumberRow['state'],
  reason: string | null,
): NumberRow {
  const { year, series, serial } = number.parts;
  return {
    full_number: number.full,
    region: command.region,
    year,
    series,
    serial,
    block: number.block?.id ?? null,
    workstation: command.workstation,
    command: command.id,
    state,
    reason,
    at,
  };
}
