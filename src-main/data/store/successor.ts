import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotOffer } from '../../../src-shared/sync/snapshot.ts';
import { syncFolder } from './keyCheck.ts';
import { migrate, readMigrations } from './migrate.ts';
import { type Database, openDatabase, transact } from './open.ts';
import { beginLoading, type Loading, loadingStore, readLoading } from './records/loading.ts';
import type { ToldHorizon } from './records/meta.ts';
import type { PinnedRow } from './records/pinned.ts';
import { type RecordsStore, recordsStore } from './records/records.ts';

/** Being loaded; complete and waiting for its place; in its place. */
const NEXT = 'records.next.db';
const READY = 'records.ready.db';
const PLACE = 'records.db';

/** Pages of the file kept in memory while it is loaded, in KiB. */
const CACHE_KIB = 16 * 1024;

/**
 * Records being loaded from a snapshot of the centre into a file of their own, encrypted like the present one, which stays in use until
 * this one is complete (sync specification 1.8). A kill at any moment costs at most the piece under way.
 */
export interface Successor {
  readonly loading: Loading;
  /** Where pull pages behind the snapshot are staged. */
  readonly records: RecordsStore;
  /** Takes in the next piece, unpacked, in one transaction. @throws StrangePieceError */
  take(piece: Buffer): void;
  /** All pieces are there: makes what is missing of the indexes and sets the position. @throws StrangePieceError */
  complete(onBoard: OnBoard): void;
  /** Keeps what the present file holds on request: no snapshot brings it. */
  carry(pinned: readonly PinnedRow[], horizon: ToldHorizon): void;
  /** Closes the file durably under the name that says that it may take the place of the present one. */
  seal(): void;
  /** Closes it; it can be gone on with later. */
  close(): void;
}

/** Own commands whose effect is part of a snapshot: those of a client up to a sequence. */
export interface OnBoard {
  readonly client: string;
  readonly seq: number;
}

/** The one successor there may be. */
export interface Succession {
  /** The open one; null when none is under way. */
  current(): Successor | null;
  /** Begins a new one; what another attempt has left is removed. */
  begin(epoch: string, offer: SnapshotOffer): Successor;
  /** Goes on with the one of an earlier attempt; null when there is none of this life of the centre. */
  resume(epoch: string): Successor | null;
  /** Closes it and removes what is there. */
  drop(): void;
  /** Closes it; it can be gone on with later. */
  close(): void;
  /** Seals the open one and forgets it: whoever calls this puts it into its place. */
  seal(): void;
}

/** Where the files lie and how to open them. */
interface Options {
  readonly dir: string;
  /** The folder `migrations/client`. */
  readonly migrationsDir: string;
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
  readonly onOpen?: ((name: 'intent' | 'records', db: Database) => void) | undefined;
}

/** Keeps the successor of the records between the attempts to load it. */
export function successionOf(options: Options): Succession {
  let current: Successor | null = null;
  function close(): void {
    current?.close();
    current = null;
  }
  return {
    current: () => current,
    begin(epoch, offer) {
      close();
      current = beginSuccessor(options, epoch, offer);
      return current;
    },
    resume(epoch) {
      if (current !== null && current.loading.epoch !== epoch) close();
      current ??= resumeSuccessor(options, epoch);
      return current;
    },
    drop() {
      close();
      removeFiles(options.dir, NEXT);
    },
    close,
    seal() {
      const sealed = current;
      if (sealed === null) throw new Error('no successor to seal');
      current = null;
      sealed.seal();
    },
  };
}

function beginSuccessor(options: Options, epoch: string, offer: SnapshotOffer): Successor {
  removeFiles(options.dir, NEXT);
  const db = openNext(options);
  return guarded(db, () => {
    migrate(db, readMigrations(join(options.migrationsDir, 'records')), () => undefined);
    transact(db, () => beginLoading(db, epoch, offer));
    return successorOf(options, db);
  });
}

function resumeSuccessor(options: Options, epoch: string): Successor | null {
  if (!existsSync(join(options.dir, NEXT))) return null;
  const db = openNext(options);
  const loading = guarded(db, () => readLoading(db));
  if (loading?.epoch === epoch) return guarded(db, () => successorOf(options, db));
  db.close();
  removeFiles(options.dir, NEXT);
  return null;
}

/**
 * Puts a complete file into its place; nothing happens without one. Whatever step a crash strikes at, the next call ends the same way: while
 * the complete file has its waiting name, it alone counts. The log of the old file goes first, or it would be read into the new one.
 */
export function placeSuccessor(dir: string): void {
  const ready = join(dir, READY);
  if (!existsSync(ready)) return;
  for (const suffix of ['-wal', '-shm']) rmSync(join(dir, `${PLACE}${suffix}`), { force: true });
  syncFolder(dir);
  renameSync(ready, join(dir, PLACE));
  syncFolder(dir);
}

function successorOf(options: Options, db: Database): Successor {
  const first = readLoading(db);
  if (first === null) throw new Error('a file of records that is not being loaded');
  const { offer, epoch } = first;
  const records = recordsStore(db);
  const store = loadingStore(db, offer.region);
  let loading = first;
  return {
    get loading() {
      return loading;
    },
    records,
    take(piece) {
      const expected = offer.pieces[loading.pieces]?.count ?? 0;
      transact(db, () => store.take(piece, expected));
      loading = { ...loading, pieces: loading.pieces + 1, rows: loading.rows + expected };
    },
    complete({ client, seq }) {
      const cursor = { epoch, regions: { [offer.region]: [offer.version, offer.mark] as [number, string] } };
      transact(db, () => {
        store.complete(offer.count);
        records.meta.applied(cursor, client, seq);
      });
      loading = { ...loading, isComplete: true };
    },
    carry(pinned, horizon) {
      records.transact(() => {
        records.meta.setHorizon(horizon);
        for (const { until, ...row } of pinned) {
          if (records.record.row(row.type, row.id) === undefined) records.record.put(row);
          records.pinned.put(row, until);
        }
      });
    },
    seal() {
      transact(db, () => store.finish());
      db.pragma('journal_mode = DELETE');
      db.close();
      const file = join(options.dir, NEXT);
      syncFile(file);
      renameSync(file, join(options.dir, READY));
      syncFolder(options.dir);
    },
    close: () => db.close(),
  };
}

/** A rollback journal instead of a log: a fresh file only grows, so each page is written, and encrypted, once. */
function openNext(options: Options): Database {
  const { key, nativeBinding } = options;
  const file = join(options.dir, NEXT);
  const db = openDatabase({ file, key, nativeBinding, durability: 'NORMAL', exclusive: true });
  return guarded(db, () => {
    options.onOpen?.('records', db);
    db.pragma('journal_mode = TRUNCATE');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    return db;
  });
}

function guarded<T>(db: Database, work: () => T): T {
  try {
    return work();
  } catch (error) {
    db.close();
    throw error;
  }
}

function removeFiles(dir: string, name: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(join(dir, `${name}${suffix}`), { force: true });
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
