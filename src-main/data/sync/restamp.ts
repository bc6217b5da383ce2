import { measuredAfterwards } from '../../../src-shared/clock.ts';
import { withHash } from '../command/hash.ts';
import { rebase } from '../command/rebase.ts';
import type { Desk } from '../desk.ts';

/**
 * After the first contact of a run: commands that were given while nothing was measured, and whose bytes have never left this
 * workstation, get the time they were really given at. Their ids, sequences and numbers stay (sync specification 1.10).
 */
export function restampUnsent(desk: Desk): void {
  const { intent } = desk.stores;
  const sample = desk.time.sample();
  const unmeasured = sample === null ? [] : intent.outbox.unmeasured();
  if (sample === null || unmeasured.length === 0) return;
  intent.transact(() => {
    for (const command of unmeasured) {
      const { hash: _hash, ...rest } = command;
      intent.outbox.restamp(withHash({ ...rest, at: measuredAfterwards(command.at, sample) }));
    }
  });
  showAgain(desk);
  desk.log.info({ commands: unmeasured.length, offsetMs: sample.offsetMs }, 'unsent commands got their time');
}

/** What the records show of these commands carries the old time until they are decided again. */
function showAgain(desk: Desk): void {
  try {
    rebase(desk);
  } catch (error) {
    desk.noteStaleRecords(error);
  }
}
