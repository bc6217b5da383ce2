import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ClientId } from '../../../src-shared/brand.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import type { StoreDamage, StoreRestored } from '../../../src-shared/store/model.ts';
import type { Logger } from '../log.ts';
import { backupFolder, countBackup, countIntent, listBackups } from '../store/backup.ts';
import { namedError, StoreError } from '../store/error.ts';
import { intentStore } from '../store/intent/intent.ts';
import type { JournalContent } from '../store/journal/entry.ts';
import { JOURNAL_FILE, type JournalState, openJournal } from '../store/journal/journal.ts';
import { syncFolder, writeKeyCheck } from '../store/keyCheck.ts';
import { migrate, readMigrations } from '../store/migrate.ts';
import { assertIntact, type Database, openDatabase, openForReading } from '../store/open.ts';
import { pourTogether, type Salvage, salvage } from '../store/restore/merge.ts';
import { beginNewLife } from '../sync/fork.ts';
import { forgottenBy } from './journal.ts';

/** Where the damaged store is, and what a new one is made with. */
export interface RestoreOptions {
  readonly dir: string;
  readonly migrationsDir: string;
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
  readonly newClient: () => ClientId;
  readonly wallMs: () => number;
  readonly log: Logger;
}

/** Files that make up the store of intent. */
const PARTS = ['intent.db', 'intent.db-wal', 'intent.db-shm'];
/** Lies in a folder of moved files once everything of them has found its place. */
const FINISHED = 'restored';

/** What is left of a damaged store. Works on copies: not a byte of it changes. */
export function lookAtDamage(options: RestoreOptions): StoreDamage {
  const { dir, key, nativeBinding } = options;
  const readable = withDamaged(options, countIntentAsFarAsRead);
  const journal = journalOf(options)?.found ?? null;
  return {
    state: !existsSync(join(dir, 'intent.db')) ? 'missing' : readable === null ? 'unreadable' : 'partly',
    readable,
    backups: listBackups(dir).map(({ name, at }) => ({
      name,
      at: toInstant(Date.parse(at)),
      counts: countBackup({ file: join(backupFolder(dir), name), key, nativeBinding }),
    })),
    journal: journal?.waiting.length ?? null,
  };
}

/**
 * Brings together what the damaged file still gives, a local copy and the second journal, into a new file under a new client. Only when
 * that is whole and proved, the damaged files are moved aside, never deleted, and it takes their place. A restore that was cut off may be
 * done again.
 * @throws StoreError named; everything is then as it was
 */
export function restoreStore(options: RestoreOptions, backup: string | null): StoreRestored {
  const { dir } = options;
  const before = withDamaged(options, countIntentAsFarAsRead);
  const found = journalOf(options)?.found ?? null;
  const sources = [withDamaged(options, salvage), salvageBackup(options, backup)];
  // What lies aside from an attempt that was cut off may be older than a copy; what lies in its place is the newest there is.
  if (!existsSync(join(dir, 'intent.db'))) sources.reverse();
  const made = build(
    options,
    sources.filter((source) => source !== null),
    found,
  );
  const keptIn = moveAside(options);
  renameSync(newFile(dir), join(dir, 'intent.db'));
  syncFolder(dir);
  for (const folder of unfinished(dir)) writeFileSync(join(dir, folder, FINISHED), '');
  writeKeyCheck(dir, options.key);
  const journal = journalOf(options, made.state);
  journal.rewrite();
  journal.close();
  options.log.warn(
    { client: made.state.client, before, after: made.counts, keptIn, backup },
    'store restored',
  );
  return { keptIn, before, after: made.counts };
}

function newFile(dir: string): string {
  return join(dir, 'intent.restored.db');
}

function build(
  options: RestoreOptions,
  sources: readonly Salvage[],
  found: JournalContent | null,
): { state: JournalState; counts: StoreRestored['after'] } {
  const { dir, key, nativeBinding } = options;
  const file = newFile(dir);
  // Of a restore that was cut off: everything in it is still where it came from.
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  const db = openDatabase({ file, key, nativeBinding, durability: 'FULL', exclusive: true });
  try {
    migrate(db, readMigrations(join(options.migrationsDir, 'intent')), () => undefined);
    const intent = intentStore(db);
    intent.transact(() => pourTogether(db, sources));
    intent.identity.create(options.newClient());
    const missing = found === null ? [] : forgottenBy(intent, found);
    for (const [year, last] of found?.own ?? []) intent.number.raiseOwn(year, last);
    beginNewLife(intent, options.newClient(), missing, toInstant(options.wallMs()));
    intent.identity.setExit(true);
    const { client, nextSeq } = intent.identity.get();
    const state = { client, nextSeq, own: intent.number.own(), waiting: intent.outbox.all() };
    const counts = countIntent(db);
    assertIntact(db, 'integrity_check');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return { state, counts };
  } catch (error) {
    throw namedError(error, file);
  } finally {
    db.close();
  }
}

/** Looks into a copy of the damaged file; null when it is not there or does not open at all. */
function withDamaged<T>(options: RestoreOptions, look: (db: Database) => T): T | null {
  const { dir, key, nativeBinding } = options;
  const parts = damagedParts(dir);
  if (!parts.some((path) => basename(path) === 'intent.db')) return null;
  const work = join(dir, 'restore-work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true, mode: 0o700 });
  try {
    for (const path of parts) copyFileSync(path, join(work, basename(path)));
    const file = join(work, 'intent.db');
    const db = openDatabase(
      { file, key, nativeBinding, durability: 'NORMAL', exclusive: true },
      () => undefined,
    );
    try {
      return look(db);
    } finally {
      db.close();
    }
  } catch (error) {
    const named = namedError(error, dir);
    if (named instanceof StoreError && named.code === 'storeDamaged') return null;
    throw named;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The damaged files in their place or, when an attempt was cut off while it moved them, where it had got. */
function damagedParts(dir: string): string[] {
  const places = [
    dir,
    ...(existsSync(join(dir, 'intent.db')) ? [] : unfinished(dir).map((name) => join(dir, name))),
  ];
  return PARTS.flatMap(
    (part) => places.map((place) => join(place, part)).find((path) => existsSync(path)) ?? [],
  );
}

/** Folders of moved files whose restore did not come to its end, newest first. */
function unfinished(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.startsWith('damaged-') && !existsSync(join(dir, name, FINISHED)))
    .sort()
    .reverse();
}

function countIntentAsFarAsRead(db: Database): StoreDamage['readable'] {
  const tables = salvage(db);
  const rows = (table: string) => tables.get(table) ?? [];
  return {
    waiting: rows('outbox').length,
    drafts: rows('draft').filter(({ consumed_at, text }) => consumed_at === null && text !== '').length,
    numbers: rows('number').length,
  };
}

function salvageBackup({ dir, key, nativeBinding }: RestoreOptions, name: string | null): Salvage | null {
  if (name === null) return null;
  if (!listBackups(dir).some((backup) => backup.name === name))
    throw new StoreError('storeDamaged', { file: basename(name), reason: 'missing' });
  const db = openForReading({ file: join(backupFolder(dir), name), key, nativeBinding });
  try {
    return salvage(db);
  } finally {
    db.close();
  }
}

function journalOf(options: RestoreOptions, state?: JournalState) {
  return openJournal({
    file: join(options.dir, JOURNAL_FILE),
    key: options.key,
    state: () => {
      if (state === undefined) throw new Error('a journal that is only read was to be written');
      return state;
    },
    stamp: () => stampOf(options),
  });
}

function stampOf(options: RestoreOptions): string {
  return toInstant(options.wallMs()).replace(/[:.]/g, '-');
}

/** @returns the name of the folder they lie in now; null when there was nothing to move */
function moveAside(options: RestoreOptions): string | null {
  const { dir } = options;
  const present = PARTS.filter((name) => existsSync(join(dir, name)));
  if (present.length === 0) return null;
  const name = `damaged-${stampOf(options)}`;
  mkdirSync(join(dir, name), { recursive: true, mode: 0o700 });
  if (existsSync(join(dir, JOURNAL_FILE)))
    copyFileSync(join(dir, JOURNAL_FILE), join(dir, name, JOURNAL_FILE));
  // The file itself first: without it nothing opens, and a log never meets a file it is not of.
  for (const part of present) renameSync(join(dir, part), join(dir, name, part));
  syncFolder(join(dir, name));
  syncFolder(dir);
  return name;
}
