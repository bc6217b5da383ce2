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
 * Gives everything that waits, and behind it `found` commands this database had forgotten, the sequences of a new client, in one
 * durable transaction. Numbers the found ones carry are bound to them again.
 */
export function beginNewLife(
  intent: IntentStore,
  client: ClientId,
  found: readonly WaitingCommand[],
  at: string,
): void {
  intent.transact(() => {
    const entries = intent.outbox.after(0, Number.MAX_SAFE_INTEGER);
    const renumbered = entries.map((entry, index) => ({
      ...entry,
      command: underClient(entry.command, client, index + 1),
    }));
    intent.outbox.replaceAll(renumbered, () => at);
    for (const [index, given] of found.entries()) {
      const command = underClient(given.command, client, renumbered.length + index + 1);
      intent.outbox.add(command, given.action, given.touches, given.at);
      recallNumber(intent, command);
    }
    intent.identity.fork(client, renumbered.length + found.length + 1);
    intent.number.freezeAll();
  });
}

function underClient(command: Command, client: ClientId, seq: number): Command {
  const { hash: _hash, ...rest } = command;
  return withHash({ ...rest, client, seq });
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
