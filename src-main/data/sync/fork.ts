import type { ClientId } from '../../../src-shared/brand.ts';
import { withHash } from '../command/hash.ts';
import type { Desk } from '../desk.ts';

/**
 * This database was copied or restored: it becomes a new client. Waiting commands get new sequences and keep their ids, so
 * that what the centre has already decided is recognised. Number blocks are frozen: another copy may have told their
 * numbers (sync specification 1.9).
 */
export function becomeNewClient(desk: Desk): void {
  const { intent } = desk.stores;
  const client = desk.newId() as ClientId;
  intent.transact(() => {
    const entries = intent.outbox.after(0, Number.MAX_SAFE_INTEGER);
    const renumbered = entries.map((entry, index) => {
      const { hash: _hash, ...command } = entry.command;
      return { ...entry, command: withHash({ ...command, client, seq: index + 1 }) };
    });
    intent.outbox.replaceAll(renumbered, () => desk.time.now());
    intent.identity.fork(client, renumbered.length + 1);
    intent.number.freezeAll();
  });
  desk.log.warn(
    { client, waiting: intent.outbox.waiting().count },
    'database was copied or restored: new client',
  );
}
