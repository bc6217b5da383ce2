import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientId } from '../../../src-shared/brand.ts';
import { type Backup, makeBackup } from './backup.ts';
import { copyDatabase } from './copy.ts';
import { namedError, StoreError } from './error.ts';
import { type IntentStore, intentStore } from './intent/intent.ts';
import { JOURNAL_FILE, type Journal, openJournal } from './journal/journal.ts';
import { checkKey, syncFolder, writeKeyCheck } from './keyCheck.ts';
import { migrate, readMigrations } from './migrate.ts';
import { assertIntact, type Database, isNotADatabase, type OpenOptions, openDatabase } from './open.ts';
import { type RecordsStore, recordsStore } from './records/records.ts';
import { placeSuccessor, type Succession, successionOf } from './successor.ts';

/** Where the stores are and how to open them. */
export interface StoresOptions {
  readonly dir: string;
  /** The folder `migrations/client`. */
  readonly migrationsDir: string;
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
  /** Client id for a database made now. */
  readonly newClient: () => ClientId;
  /** Milliseconds since 1970, for the name of a file moved aside. */
  readonly wallMs: () => number;
  /** For tests: told of each connection as soon as it is open, to break it at chosen statements. */
  readonly onOpen?: ((name: 'intent' | 'records', db: Database) => void) | undefined;
}

/** The two open files. `records` may be replaced while running, so it is always read from here, never kept. */
export interface Stores {
  readonly intent: IntentStore;
  readonly records: RecordsStore;
  /** Every waiting command once more, beside `intent.db`. */
  readonly journal: Journal;
  /** The last run did not end in order. */
  readonly unclean: boolean;
  /** The records were damaged: moved aside, made anew, to be downloaded again. */
  readonly recordsLost: boolean;
  /** Records being loaded from a snapshot of the centre, to take the place of the present ones. */
  readonly succession: Succession;
  /** Seals the successor, complete, and puts it in the place of the present records. */
  succeed(): void;
  /** Moves damaged records aside and begins new ones; what was only predicted comes back by a rebase. */
  replaceRecords(): void;
  /** Makes a proved copy of `intent.db` in the folder `backups`. @throws StoreError named; earlier copies stay */
  backUp(): Backup;
  /** Writes the logs back into the files, so that they stay small. */
  checkpoint(): void;
  /** Closes both in order and notes the clean exit. */
  close(): void;
}

/** Above this size the records are not checked as a whole after an unclean exit: each page proves itself when it is read. */
const QUICK_CHECK_BYTES = 64 * 1024 * 1024;

/**
 * Opens both files, intent first: its exclusive lock keeps a second process out.
 * @throws StoreError for each state that has words of its own; damaged records alone are no reason to stop
 */
export function openStores(options: StoresOptions): Stores {
  try {
    mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreError('storeReadOnly', { file: options.dir }, error);
  }
  const intentDb = openIntent(options);
  let recordsDb: Database | undefined;
  try {
    const intent = intentStore(intentDb, (changes) => journal.committed(changes));
    intent.identity.create(options.newClient());
    const journal = journalOf(options, intent);
    const unclean = !intent.identity.exitedCleanly();
    const opened = openRecords(options, unclean);
    recordsDb = opened.db;
    intent.identity.setExit(false);
    return assemble(options, intentDb, intent, opened.db, { journal, unclean, recordsLost: opened.lost });
  } catch (error) {
    recordsDb?.close();
    intentDb.close();
    throw namedError(error, options.dir);
  }
}

function assemble(
  options: StoresOptions,
  intentDb: Database,
  intent: IntentStore,
  firstRecordsDb: Database,
  state: { journal: Journal; unclean: boolean; recordsLost: boolean },
): Stores {
  let recordsDb = firstRecordsDb;
  let records: RecordsStore | null = recordsStore(recordsDb);
  /** Opens what lies in the records' place; after a failure, such as a full disk, the next use tries again. */
  function open(): RecordsStore {
    recordsDb = createRecords(options);
    records = recordsStore(recordsDb);
    return records;
  }
  const succession = successionOf(options);
  return {
    intent,
    succession,
    get records() {
      return records ?? open();
    },
    ...state,
    succeed() {
      succession.seal();
      records = null;
      recordsDb.close();
      placeSuccessor(options.dir);
      open();
    },
    replaceRecords() {
      records = null;
      recordsDb.close();
      moveAside(options);
      open();
    },
    backUp: () => makeBackup(intentDb, fileOptions(options, 'intent'), options.dir, options.wallMs()),
    checkpoint() {
      for (const db of [intentDb, recordsDb]) if (db.open) db.pragma('wal_checkpoint(TRUNCATE)');
    },
    close() {
      try {
        intent.identity.setExit(true);
      } finally {
        state.journal.close();
        succession.close();
        recordsDb.close();
        intentDb.close();
      }
    },
  };
}

function journalOf(options: StoresOptions, intent: IntentStore): Journal {
  return openJournal({
    file: join(options.dir, JOURNAL_FILE),
    key: options.key,
    state: () => {
      const { client, nextSeq } = intent.identity.get();
      return { client, nextSeq, own: intent.number.own(), waiting: intent.outbox.all() };
    },
    stamp: () => stampOf(options),
  });
}

/** Moment of an event, as part of the name of a file that is put aside. */
function stampOf(options: StoresOptions): string {
  return new Date(options.wallMs()).toISOString().replace(/[:.]/g, '-');
}

function openIntent(options: StoresOptions): Database {
  const open = fileOptions(options, 'intent');
  const verdict = checkKey(options.dir, options.key);
  if (verdict === 'wrong') throw new StoreError('storeKeyWrong', { file: open.file });
  if (verdict === 'right' && !existsSync(open.file)) {
    throw new StoreError('storeDamaged', { file: open.file, reason: 'missing' });
  }
  let db: Database;
  try {
    db = openDatabase(open);
    options.onOpen?.('intent', db);
  } catch (error) {
    // Without a check value nothing tells damage from a wrong key; the key is then the likelier and harmless reading.
    if (verdict === 'none' && isNotADatabase(error))
      throw new StoreError('storeKeyWrong', { file: open.file }, error);
    throw error;
  }
  try {
    assertIntact(db, 'integrity_check');
    migrate(db, readMigrations(join(options.migrationsDir, 'intent')), (from) =>
      copyDatabase(db, open, join(options.dir, `intent.before-${String(from).padStart(4, '0')}.db`)),
    );
    if (verdict === 'none') writeKeyCheck(options.dir, options.key);
    return db;
  } catch (error) {
    db.close();
    throw namedError(error, open.file);
  }
}

function openRecords(options: StoresOptions, unclean: boolean): { db: Database; lost: boolean } {
  const { file } = fileOptions(options, 'records');
  try {
    placeSuccessor(options.dir);
    const size = existsSync(file) ? statSync(file).size : 0;
    const db = createRecords(options);
    if (!unclean || size === 0 || size > QUICK_CHECK_BYTES) return { db, lost: false };
    try {
      assertIntact(db, 'quick_check');
      return { db, lost: false };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    if (!isDamaged(error)) throw error;
    moveAside(options);
    return { db: createRecords(options), lost: true };
  }
}

function createRecords(options: StoresOptions): Database {
  const open = fileOptions(options, 'records');
  const db = openDatabase(open);
  try {
    options.onOpen?.('records', db);
    migrate(db, readMigrations(join(options.migrationsDir, 'records')), () => undefined);
    // A damaged page shows where it is read: a row every list needs is one of the first.
    db.prepare('SELECT * FROM position').get();
    return db;
  } catch (error) {
    db.close();
    throw namedError(error, open.file);
  }
}

function fileOptions(options: StoresOptions, name: 'intent' | 'records'): OpenOptions {
  const { key, nativeBinding } = options;
  const file = join(options.dir, `${name}.db`);
  const precious = name === 'intent';
  return { file, key, nativeBinding, durability: precious ? 'FULL' : 'NORMAL', exclusive: precious };
}

/** Whether an error means that a store's content is damaged, not merely out of reach. */
export function isDamaged(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'storeDamaged';
}

/** Whether an error means that the records, and they alone, are damaged. */
export function isRecordsDamaged(error: unknown): boolean {
  return isDamaged(error) && error instanceof StoreError && (error.data.file ?? '').endsWith('records.db');
}

function moveAside(options: StoresOptions): void {
  const stamp = stampOf(options);
  for (const suffix of ['', '-wal', '-shm']) {
    const from = join(options.dir, `records.db${suffix}`);
    if (existsSync(from)) renameSync(from, join(options.dir, `records.damaged-${stamp}.db${suffix}`));
  }
  syncFolder(options.dir);
}
