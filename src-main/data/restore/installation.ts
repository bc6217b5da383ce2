import { legalDay } from '../../../src-shared/clock.ts';
import { yearsToHold } from '../../../src-shared/number/lease.ts';
import type { Desk } from '../desk.ts';
import { isSameInstallation, readInstallation, writeInstallation } from '../store/installation.ts';
import { becomeNewClient } from '../sync/fork.ts';

/** Numbers of the own series left out in a copy at least; the original goes on below them. */
const LEAP = 1_000;
/**
 * The highest serial a leap may land on: a number holds seven digits. Leaps are drawn from all that is left below it, so that two copies
 * of one folder, both away from the centre, have a chance of one in thousands to land on the same numbers.
 */
const HIGHEST = 9_900_000;

/**
 * At a start: whether this folder is the one in which its database has lived. A copied profile becomes a new client before anything is
 * done in it, also while the centre is away: it gives no number out of the original's blocks, and its own series goes on far above
 * (sync specification 1.9). A damaged or missing file counts as a copy: what that costs is a few numbers.
 */
export function noticeCopy(desk: Desk, dir: string): void {
  const { identity } = desk.stores.intent;
  const known = identity.installation();
  const found = readInstallation(dir);
  if (known !== null && isSameInstallation(known, found)) {
    if (found !== null && (found.inode !== known.inode || found.born !== known.born))
      identity.setInstallation(found);
    return;
  }
  if (known !== null) {
    becomeNewClient(desk);
    leap(desk);
  }
  const written = writeInstallation(dir, desk.newId());
  // Without it the copy of this folder shows only at the centre; that is no reason not to work.
  if (written === null) desk.log.error({ dir: 'data' }, 'the mark of the installation cannot be written');
  else identity.setInstallation(written);
}

function leap(desk: Desk): void {
  const { number } = desk.stores.intent;
  const last = new Map(number.own().map((own) => [own.year, own.last]));
  for (const year of yearsToHold(legalDay(desk.time.serverMs()))) {
    const from = last.get(year) ?? 0;
    const leaps = Math.max(1, Math.floor((HIGHEST - from) / LEAP));
    number.raiseOwn(year, from + LEAP * (1 + Math.floor(desk.random() * leaps)));
  }
}
