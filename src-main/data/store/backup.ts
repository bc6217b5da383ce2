import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IntentCounts } from '../../../src-shared/store/model.ts';
import { copyDatabase } from './copy.ts';
import { namedError, StoreError } from './error.ts';
import { type Database, type OpenOptions, openForReading } from './open.ts';

/** A proved copy of `intent.db`, encrypted under the same key. */
export interface Backup {
  /** Name of the file, which also names the copy to a person's choice. */
  readonly name: string;
  /** Rises with every copy, whatever the clock says. */
  readonly n: number;
  /** When it was made, as the workstation's clock had it. */
  readonly at: string;
  readonly bytes: number;
}

/** Copies younger than this are all kept. */
const ALL_KEPT_MS = 3 * 3600_000;
/** Then one in so many milliseconds, up to an age: three hours apart for a day, twelve for three days. */
const THINNED = [
  { upToMs: 24 * 3600_000, everyMs: 3 * 3600_000 },
  { upToMs: 72 * 3600_000, everyMs: 12 * 3600_000 },
] as const;
/** The newest ones stay whatever their age: after a holiday, or under a clock that is years off. */
const ALWAYS_KEPT = 4;
const NAME = /^intent-(\d{6,})-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.db$/;

/** Folder of the copies. */
export function backupFolder(dir: string): string {
  return join(dir, 'backups');
}

/** The copies there are, newest first. A folder that is not there holds none. */
export function listBackups(dir: string): Backup[] {
  let names: string[];
  try {
    names = readdirSync(backupFolder(dir));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new StoreError('storeReadOnly', { file: backupFolder(dir) }, error);
  }
  return names.flatMap((name) => backupOf(dir, name) ?? []).sort((a, b) => b.n - a.n);
}

function backupOf(dir: string, name: string): Backup | null {
  const [, n, day, hour, minute, second, ms] = NAME.exec(name) ?? [];
  const found = statSync(join(backupFolder(dir), name), { throwIfNoEntry: false });
  if (n === undefined || found === undefined) return null;
  return { name, n: Number(n), at: `${day}T${hour}:${minute}:${second}.${ms}Z`, bytes: found.size };
}

/**
 * Makes one more copy, proves it, and only then lets old ones go: a full disk costs the new copy, never a good old one.
 * @param at present time, in milliseconds since 1970
 * @throws StoreError named; what was there is still there
 */
export function makeBackup(db: Database, options: OpenOptions, dir: string, at: number): Backup {
  const folder = backupFolder(dir);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError('storeReadOnly', { file: folder }, error);
  }
  const before = listBackups(dir);
  const n = (before[0]?.n ?? 0) + 1;
  const name = `intent-${String(n).padStart(6, '0')}-${new Date(at).toISOString().replace(/[:.]/g, '-')}.db`;
  copyDatabase(db, options, join(folder, name));
  const made = backupOf(dir, name);
  if (made === null) throw new Error('a copy just made is not there');
  for (const old of superfluous([made, ...before], at)) rmSync(join(folder, old.name), { force: true });
  return made;
}

/** Which copies may go. @param backups newest first */
export function superfluous(backups: readonly Backup[], nowMs: number): Backup[] {
  return backups.filter((backup, index) => {
    const madeAt = Date.parse(backup.at);
    const age = nowMs - madeAt;
    if (index < ALWAYS_KEPT || age < ALL_KEPT_MS) return false;
    const everyMs = THINNED.find(({ upToMs }) => age <= upToMs)?.everyMs;
    const older = backups[index + 1];
    if (everyMs === undefined) return true;
    // The oldest of each stretch of the day stays, so that what stayed yesterday stays today.
    return older !== undefined && stretchOf(Date.parse(older.at), everyMs) === stretchOf(madeAt, everyMs);
  });
}

function stretchOf(ms: number, everyMs: number): number {
  return Math.floor(ms / everyMs);
}

/**
 * Counts what a copy holds. The copy is only read.
 * @returns null for one that cannot be read under this key
 */
export function countBackup(
  options: Pick<OpenOptions, 'file' | 'key' | 'nativeBinding'>,
): IntentCounts | null {
  try {
    const db = openForReading(options);
    try {
      return countIntent(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (namedError(error, options.file) instanceof StoreError) return null;
    throw error;
  }
}

/** Counts what an open file of intent holds. */
export function countIntent(db: Database): IntentCounts {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    waiting: count('SELECT count(*) FROM outbox'),
    drafts: count("SELECT count(*) FROM draft WHERE consumed_at IS NULL AND text <> ''"),
    numbers: count('SELECT count(*) FROM number'),
  };
}
