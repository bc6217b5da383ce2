import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import Sqlite from 'better-sqlite3';
import { namedError, StoreError, sqliteCode } from './error.ts';
import { applyPragmas, type Durability } from './pragmas.ts';

export type { Database } from 'better-sqlite3';

/** How to open one encrypted file. */
export interface OpenOptions {
  readonly file: string;
  /** 32 raw bytes. */
  readonly key: Buffer;
  /** Path of another binding, for the fallback runtime only (decision 0006). */
  readonly nativeBinding?: string | undefined;
  readonly durability: Durability;
  /** Refuses a second process at once. */
  readonly exclusive: boolean;
}

/** How long a file held by another process is waited for; then `storeBusy`, and whoever starts us may try again. */
const LOCK_WAIT_MS = 300;
/** Older builds may lose commits when two connections reset the WAL (sync specification, A5). */
const OLDEST_SQLITE = [3, 51, 3] as const;
const PLAIN_HEADER = 'SQLite format 3\0';

/** How often a file that another process is still writing is looked at again, and the pause before each look in milliseconds. */
const MOST_LOOKS = 20;
const LOOK_PAUSE_MS = 100;

/**
 * Opens an encrypted file, making it if it is absent. Never removes, never recreates. A file that looks damaged while somebody is just
 * writing it, such as a tool that copies it back, is looked at again before it is called so.
 * @param pause waits between two looks
 * @throws StoreError with the named state; `storeDamaged` with `sqlite: SQLITE_NOTADB` may also mean a wrong key
 */
export function openDatabase(options: OpenOptions, pause: () => void = pauseShortly): Database {
  for (let looks = 1; ; looks += 1) {
    const before = traceOf(options.file);
    try {
      return openOnce(options);
    } catch (error) {
      if (!isNotADatabase(error) || looks === MOST_LOOKS) throw error;
      pause();
      if (traceOf(options.file) === before) throw error;
    }
  }
}

function pauseShortly(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_PAUSE_MS);
}

/** Changes whenever somebody writes the file or its log. */
function traceOf(file: string): string {
  return ['', '-wal']
    .map((suffix) => statSync(`${file}${suffix}`, { throwIfNoEntry: false }))
    .map((found) => (found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeMs}`))
    .join();
}

function openOnce(options: OpenOptions): Database {
  if (isPlain(options.file))
    throw new StoreError('storeDamaged', { file: options.file, reason: 'not encrypted' });
  let db: Database | undefined;
  try {
    db = new Sqlite(options.file, { timeout: LOCK_WAIT_MS, ...bindingOf(options) });
    giveKey(db, options.key);
    applyPragmas(db, options.durability, options.exclusive);
    assertRecent(db);
    // A wrong key shows only at the first read; an exclusive lock is taken only at the first write.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (options.exclusive) db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (error) {
    db?.close();
    throw namedError(error, options.file);
  }
}

/**
 * Opens an existing file for looking only: nothing in it or beside it changes.
 * @throws StoreError with the named state
 */
export function openForReading(options: Pick<OpenOptions, 'file' | 'key' | 'nativeBinding'>): Database {
  let db: Database | undefined;
  try {
    db = new Sqlite(options.file, {
      readonly: true,
      fileMustExist: true,
      timeout: LOCK_WAIT_MS,
      ...bindingOf(options),
    });
    giveKey(db, options.key);
    assertRecent(db);
    db.pragma('cell_size_check = ON');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db?.close();
    throw namedError(error, options.file);
  }
}

function giveKey(db: Database, key: Buffer): void {
  db.pragma(`key = "x'${key.toString('hex')}'"`);
}

function bindingOf({ nativeBinding }: Pick<OpenOptions, 'nativeBinding'>): { nativeBinding?: string } {
  return nativeBinding === undefined ? {} : { nativeBinding };
}

/** Whether the file is an ordinary, unencrypted database: a build without encryption ignores the key without a word. */
export function isPlain(file: string): boolean {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const head = Buffer.alloc(16);
    return readSync(handle, head, 0, 16, 0) === 16 && head.toString('latin1') === PLAIN_HEADER;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new StoreError('storeReadOnly', { file }, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function assertRecent(db: Database): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0';
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}

/**
 * Runs the whole-file check.
 * @throws StoreError `storeDamaged` only when the check itself says so; an I/O error, a full disk or a lock keep their names
 */
export function assertIntact(db: Database, pragma: 'integrity_check' | 'quick_check'): void {
  let verdict: unknown;
  try {
    verdict = db.pragma(pragma, { simple: true });
  } catch (error) {
    throw namedError(error, db.name);
  }
  if (verdict !== 'ok') throw new StoreError('storeDamaged', { file: db.name, reason: pragma });
}

/**
 * Runs `work` in one writing transaction. After any failure the transaction is proved to be over before the error goes on:
 * SQLite ends it by itself on a full disk, and a failed COMMIT may leave it open (sync specification, cases 36 and 37).
 */
export function transact<T>(db: Database, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    if (db.inTransaction) throw new Error('transaction still open after ROLLBACK', { cause: error });
    throw namedError(error, db.name);
  }
}

/** Whether an error says that the file is no database under this key: a wrong key or damage to the first page. */
export function isNotADatabase(error: unknown): boolean {
  const cause = error instanceof StoreError ? error.cause : error;
  return sqliteCode(cause) === 'SQLITE_NOTADB';
}
