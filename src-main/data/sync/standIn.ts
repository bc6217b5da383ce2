import type { Command } from '../../../src-shared/command/envelope.ts';
import { withHash } from '../command/hash.ts';
import type { OutboxEntry } from '../store/intent/outbox.ts';

/**
 * What goes out for an entry: its command or, for one too large for the way, the same command without content. The centre
 * refuses that and moves on in the sequence; the whole command stays here under attention.
 */
export function commandToSend(entry: OutboxEntry): Command {
  return entry.withheld ? standInFor(entry.command) : entry.command;
}

function standInFor(command: Command): Command {
  const { hash: _hash, ...rest } = command;
  return withHash({ ...rest, payload: {} });
}

/**
 * The bytes that the centre has decided for an entry. One that met a limit on the way only after the centre had already had it whole
 * was decided whole: a stand-in is never applied.
 */
export function commandDecided(entry: OutboxEntry, outcome: string): Command {
  return outcome === 'refused' || outcome === 'quarantined' ? commandToSend(entry) : entry.command;
}

/** Whether a hash the centre tells is that of an entry, whole or as its stand-in. */
export function isSentAs(entry: OutboxEntry, hash: string): boolean {
  return entry.command.hash === hash || (entry.withheld && standInFor(entry.command).hash === hash);
}
