import type { ClientId } from '../../../src-shared/brand.ts';
import { Command } from '../../../src-shared/command/envelope.ts';
import type { Context, Workstation } from '../../context.ts';
import { ensureClient } from '../../store/client.ts';
import { readDecided } from '../../store/receipt.ts';
import { type EntryRow, keptAmong, noteClient } from '../../store/recoveryEntry.ts';
import type { Tx } from '../../store/tables.ts';
import { commandHash } from '../commandHash.ts';
import { keyOf, occupants } from './told.ts';

/**
 * Finds a place for commands whose sequence belongs to another one here. Two copies of one database speak as one client until the centre
 * tells them apart; a centre put back to before what one of them was confirmed may have given the same sequences to the other. Both were
 * confirmed, so both count: what has no place gets one under a client made for it, in its old order. Its id still tells whether it was
 * decided or told before.
 * @param rows in their old order, of clients that are locked
 * @returns the rows to be taken in
 */
export async function rehome(
  tx: Tx,
  { log, random }: Pick<Context, 'log' | 'random'>,
  workstation: Workstation,
  epoch: string,
  at: string,
  rows: readonly EntryRow[],
): Promise<readonly EntryRow[]> {
  const owners = await occupants(tx, epoch, rows);
  const displaced = rows
    .filter((row) => (owners.get(keyOf(row)) ?? row.command) !== row.command)
    .map(({ command }) => command);
  if (displaced.length === 0) return rows;
  const decided = await readDecided(tx, displaced);
  const kept = await keptAmong(tx, epoch, displaced);
  const isKnown = (command: string) => decided.has(command) || kept.has(command);
  const homeless = new Set(displaced.filter((command) => !isKnown(command)));
  if (homeless.size === 0) return rows.filter(({ command }) => !displaced.includes(command));
  const client = random.newUuid();
  const owner = { workstation: workstation.id, region: workstation.region };
  await ensureClient(tx, { id: client, ...owner }, at);
  await noteClient(tx, { epoch, client, ...owner, acked_seq: homeless.size });
  log.warn({ workstation: workstation.id, client, commands: [...homeless] }, 'sequences of other commands');
  const seqs = new Map([...homeless].map((command, index) => [command, index + 1]));
  return rows.flatMap((row) => {
    if (!displaced.includes(row.command)) return [row];
    const seq = seqs.get(row.command);
    return seq === undefined ? [] : [{ ...row, client, seq }];
  });
}

/**
 * The command of an entry, as one of the client under which it is decided. One that was given another place is sealed anew, unless its
 * seal was broken already.
 */
export function commandAt({ body, client, seq }: Pick<EntryRow, 'body' | 'client' | 'seq'>): {
  readonly command: Command;
  /** Of the bytes the workstation sent: what the receipt names. */
  readonly sentHash: string;
} {
  const sent = Command.parse(JSON.parse(body));
  if (sent.client === client && sent.seq === seq) return { command: sent, sentHash: sent.hash };
  const moved = { ...sent, client: client as ClientId, seq };
  const isSealed = commandHash(sent) === sent.hash;
  return {
    command: { ...moved, hash: isSealed ? commandHash(moved) : sent.hash },
    sentHash: sent.hash,
  };
}
