import type { ClientId } from '../../../src-shared/brand.ts';
import { Command } from '../../../src-shared/command/envelope.ts';
import type { Context, Workstation } from '../../context.ts';
import { ensureClient } from '../../store/client.ts';
import { readDecided } from '../../store/receipt.ts';
import { type EntryRow, keptAmong, noteClient } from '../../store/recoveryEntry.ts';
import { noteRehomed } from '../../store/rehomed.ts';
import type { Tx } from '../../store/tables.ts';
import { commandHash } from '../commandHash.ts';
import { linesAround } from './line.ts';

/**
 * Finds a place for commands that cannot be decided under the sequence they were given. Two copies of one database speak as one client
 * until the centre tells them apart; a centre put back to before what one of them was confirmed may have given the same sequences, or
 * later ones at an earlier time, to the other. Both were confirmed, so both count: what does not go into the client's line gets a place
 * under a client made for it, in its old order. Its id still tells whether it was decided or told before.
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
  const lines = await linesAround(tx, epoch, rows);
  const displaced: EntryRow[] = [];
  const placed: EntryRow[] = [];
  for (const row of rows) {
    const stays = lines.has(row) || lines.takes(row);
    if (stays) lines.put(row);
    (stays ? placed : displaced).push(row);
  }
  const homeless = await unknownAmong(tx, epoch, displaced);
  if (homeless.length === 0) return placed;
  const client = random.newUuid();
  const owner = { workstation: workstation.id, region: workstation.region };
  await ensureClient(tx, { id: client, ...owner }, at);
  await noteClient(tx, { epoch, client, ...owner, acked_seq: homeless.length });
  const commands = homeless.map(({ command }) => command);
  await noteRehomed(
    tx,
    homeless.map(({ client: from, seq, command, body }) => ({
      client: from,
      seq,
      command,
      hash: Command.parse(JSON.parse(body)).hash,
    })),
  );
  log.warn({ workstation: workstation.id, client, commands }, 'sequences of other commands');
  return [...placed, ...homeless.map((row, index) => ({ ...row, client, seq: index + 1 }))].sort(inOldOrder);
}

/** Those whose command was neither decided nor told before, under whatever client. */
async function unknownAmong(tx: Tx, epoch: string, rows: readonly EntryRow[]): Promise<readonly EntryRow[]> {
  if (rows.length === 0) return [];
  const commands = rows.map(({ command }) => command);
  const decided = await readDecided(tx, commands);
  const kept = await keptAmong(tx, epoch, commands);
  return rows.filter(({ command }) => !decided.has(command) && !kept.has(command));
}

/** The order in which the lost server decided. */
export function inOldOrder(a: EntryRow, b: EntryRow): number {
  return a.old_version - b.old_version || a.old_ordinal - b.old_ordinal || a.seq - b.seq;
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
