import { toInstant } from '../../../src-shared/clock.ts';
import type { StoreCare } from '../../../src-shared/store/model.ts';
import type { Desk } from '../desk.ts';
import { namedError, StoreError } from '../store/error.ts';

/** When copies of `intent.db` are made, in milliseconds. */
export interface BackupTiming {
  /** After the start, so that it does not hold up the first screen. */
  readonly firstMs: number;
  readonly everyMs: number;
  /** A copy waits until nobody has typed for this long, but not longer than `patienceMs`. */
  readonly quietMs: number;
  readonly patienceMs: number;
}

/** Times of the product: at the start, every hour, and at the orderly end (sync specification 5.3). */
export const BACKUP_TIMING: BackupTiming = {
  firstMs: 5_000,
  everyMs: 3600_000,
  // A copy of a month's work takes some tenths of a second, in which nothing typed would be saved.
  quietMs: 10_000,
  patienceMs: 600_000,
};

/** Makes the local copies at moments when nobody types. */
export interface BackupKeeper {
  care(): StoreCare;
  /** The last copy of an orderly end. */
  close(): void;
}

/** @param timing null makes no copies */
export function keepBackups(desk: Desk, timing: BackupTiming | null): BackupKeeper {
  let lastBackupAt: string | null = null;
  let backupTrouble: string | null = null;
  let cancel: () => void = () => undefined;

  function make(): void {
    const began = desk.time.monoMs();
    try {
      const { name, bytes, at } = desk.stores.backUp();
      lastBackupAt = at;
      backupTrouble = null;
      desk.log.info({ name, bytes, ms: desk.time.monoMs() - began }, 'local copy made');
    } catch (error) {
      const named = namedError(error, 'backups');
      backupTrouble = named instanceof StoreError ? named.code : 'internal';
      desk.log.error({ err: named }, 'local copy not made; earlier ones stay');
    }
  }

  function after(ms: number, run: () => void): void {
    cancel = desk.timers.after(ms, run);
  }

  function whenQuiet(limits: BackupTiming, since = desk.time.monoMs()): void {
    const idleMs = desk.time.wallMs() - (desk.stores.intent.session.get()?.lastActivityMs ?? 0);
    const isTyped = idleMs >= 0 && idleMs < limits.quietMs;
    if (isTyped && desk.time.monoMs() - since < limits.patienceMs) {
      after(limits.quietMs, () => whenQuiet(limits, since));
      return;
    }
    make();
    after(limits.everyMs, () => whenQuiet(limits));
  }

  if (timing !== null) after(timing.firstMs, () => whenQuiet(timing));
  return {
    care: () => ({
      lastBackupAt: lastBackupAt === null ? null : toInstant(Date.parse(lastBackupAt)),
      backupTrouble,
      journalTrouble: desk.stores.journal.trouble() !== null,
    }),
    close() {
      cancel();
      if (timing !== null) make();
    },
  };
}
