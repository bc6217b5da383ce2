import type { ClientId } from '../../../src-shared/brand.ts';
import { legalDay, occurredMs } from '../../../src-shared/clock.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import { parseNumber } from '../../../src-shared/number/number.ts';
import { withHash } from '../command/hash.ts';
import type { Desk } from '../desk.ts';
import type { IntentStore } from '../store/intent/intent.ts';
import type { WaitingCommand } from '../store/journal/entry.ts';

/**
 * This database was copied or restored: it becomes a new client. Waiting commands get new sequences and keep their ids, so
 * that what the centre has already decided is recognised. Number blocks are frozen: another copy may have told their
 * numbers (sync specification 1.9).
 */
export function becomeNewClient(desk: Desk): void {
  const { intent } = desk.stores;
  const client = desk.newId() as ClientId;
  beginNewLife(intent, client, [], desk.time.now());
  desk.log.warn(
    { client, waiting: intent.outbox.waiting().count },
    'database was copied or restored: new client',
  );
}

/**
 * Gives everything that waits, and `found` commands this database had forgotten, the sequences of a new client, in one durable
 * transaction: each in the order in which it was given. Numbers the found ones carry are bound to them again.
 */
export function beginNewLife(
  intent: IntentStore,
  client: ClientId,
  found: readonly WaitingCommand[],
  at: string,
): void {
  intent.transact(() => {
    const entries = intent.outbox.after(0, Number.MAX_SAFE_INTEGER);
    const since = new Map(intent.outbox.all().map((waiting) => [waiting.command.id, waiting.at]));
    const seqs = newSequences([...entries, ...found].map(({ command }) => command));
    const renumbered = entries.map((entry) => ({
      ...entry,
      command: underClient(entry.command, client, seqs),
    }));
    intent.outbox.replaceAll(renumbered, ({ command }) => since.get(command.id) ?? at);
    for (const given of found) {
      const command = underClient(given.command, client, seqs);
      intent.outbox.add(command, given.action, given.touches, given.at);
      recallNumber(intent, command);
    }
    // Another copy of this database may have sent them: their content must stay what the centre may already know.
    intent.outbox.markSent(1, seqs.size);
    intent.identity.fork(client, seqs.size + 1);
    intent.number.freezeAll();
  });
}

/** Command -> its sequence in the new life: those of one former client as they were given, one client behind the other. */
function newSequences(commands: readonly Command[]): ReadonlyMap<string, number> {
  const clients = [...new Set(commands.map((command) => command.client))];
  const inOrder = commands
    .map((command) => ({ command, life: clients.indexOf(command.client) }))
    .sort((a, b) => a.life - b.life || a.command.seq - b.command.seq);
  return new Map(inOrder.map(({ command }, index) => [command.id, index + 1]));
}

function underClient(command: Command, client: ClientId, seqs: ReadonlyMap<string, number>): Command {
  const { hash: _hash, ...rest } = command;
  return withHash({ ...rest, client, seq: seqs.get(command.id) ?? rest.seq });
}

function recallNumber(intent: IntentStore, command: Command): void {
  const id = command.minted.number;
  const parts = id === null ? null : parseNumber(id);
  if (id === null || parts === null) return;
  const { year, serial, series } = parts;
  const day = legalDay(occurredMs(command.at));
  intent.number.recall({ id, year, day, serial, command: command.id }, series === 0);
  if (series > 0) intent.number.raiseOwn(year, serial);
}
