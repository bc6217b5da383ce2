import { toInstant } from '../../../src-shared/clock.ts';
import type { Desk } from '../desk.ts';

/** A copy stays here this long after the centre has confirmed it, in milliseconds: a restored server may ask for it again. */
const KEPT_MS = 30 * 24 * 3600_000;

/**
 * Removes copies of files that the centre has had for a month. One that an attachment still awaits stays: this may be the last copy
 * (sync specification 1.12).
 */
export function forgetOldFiles(desk: Desk): void {
  const { intent, records } = desk.stores;
  const old = intent.blobOut.sentBefore(toInstant(desk.time.serverMs() - KEPT_MS));
  if (old.length === 0) return;
  const awaited = new Set(records.attachment.awaited().map(({ file }) => file.hash));
  for (const hash of old.filter((one) => !awaited.has(one))) {
    desk.blobs.remove(hash);
    intent.blobOut.forget(hash);
  }
}
