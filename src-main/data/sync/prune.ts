import { toInstant } from '../../../src-shared/clock.ts';
import type { Desk } from '../desk.ts';

/** Confirmed commands are kept at least this long, in milliseconds: 30 days. */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Forgets confirmed commands that are old and that a verified backup of the centre covers; either alone is not enough, because without
 * the backup this may be the only other copy (sync specification A2). The receipts operators look up stay.
 */
export function pruneAcknowledged(desk: Desk): void {
  const { intent } = desk.stores;
  const { client, durable, repushed } = intent.identity.get();
  const { epoch, version } = durable;
  if (epoch === null || version === 0) return;
  // What was decided in an earlier life of the centre was decided again at the latest at this version.
  const coversEarlier = repushed.epoch === epoch && repushed.version > 0 && repushed.version <= version;
  const before = toInstant(desk.time.serverMs() - KEEP_MS);
  const count = intent.transact(() =>
    intent.acknowledged.strip({ client, before, epoch, version, coversEarlier }),
  );
  if (count > 0) desk.log.info({ count }, 'confirmed commands covered by a backup of the centre forgotten');
}
