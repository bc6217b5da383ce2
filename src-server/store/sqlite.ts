import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { StoreError } from './storeError.ts';
import { TransactionLostError } from './trouble.ts';

/** Below it a race between two connections can lose commits or damage the file (WAL reset; sync specification A5). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Compiled statements kept; there are fewer distinct ones than this unless a list of values varies in length. */
const STATEMENT_CACHE = 300;

/**
 * Opens the embedded database for this process alone.
 * @param file path of the database; its folder exists
 * @throws StoreError `inUse` when another server holds it, `oldSqlite`, and those of `asStoreError`
 */
export function openSqlite(file: string): Database.Database {
  try {
    const database = new Database(file, { timeout: 500 });
    try {
      assertSqliteVersion(database);
      applyPragmas(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw asStoreError(error, file);
  }
}

function assertSqliteVersion(database: Database.Database): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [needMajor, needMinor, needPatch] = OLDEST_SQLITE;
  const isOld =
    major < needMajor ||
    (major === needMajor && (minor < needMinor || (minor === needMinor && patch < needPatch)));
  if (isOld) {
    throw new StoreError(
      'oldSqlite',
      `SQLite ${version} is too old: at least ${OLDEST_SQLITE.join('.')} is needed to keep data safe.`,
    );
  }
}

function applyPragmas(database: Database.Database): void {
  // EXCLUSIVE before WAL: no shared-memory file, and a second process is refused instead of writing beside us.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  // The compiled default under WAL is NORMAL, which may lose the last commits on a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('mmap_size = 0');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('secure_delete = FAST');
  // Indexes by random ids touch pages all over the file: the default of 2 MB would read them again for each batch.
  database.pragma(`cache_size = -${64 * 1024}`);
  // Pages written by one batch after the other go to the file once.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma(`journal_size_limit = ${16 * 1024 * 1024}`);
  // The lock is taken by the first write, not by the pragma.
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

/** Names what SQLite reports while a store is opened. */
export function asStoreError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new StoreError(
      'inUse',
      `Another server already uses the database ${file}; stop it first or choose another HOLOS_DATA.`,
      error,
    );
  }
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') {
    return new StoreError('diskFull', `The disk is full: the database ${file} cannot be written.`, error);
  }
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    /^(EACCES|EPERM|EROFS)$/.test(code)
  ) {
    return new StoreError('noPermission', `No permission to write the database ${file}.`, error);
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new StoreError(
      'notADatabase',
      `The file ${file} is damaged or is not a Holos database; it was left as it is.`,
      error,
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new StoreError(
      'unreadable',
      `The disk reports an error for the database ${file}; nothing was changed.`,
      error,
    );
  }
  return error;
}

/** Kysely's SQLite over our connection: write transactions take their lock at the start, compiled statements are kept. */
export class EmbeddedDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new EmbeddedDriver(this.#database);
  }
}

class EmbeddedDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: { prepare: keepStatements(database), close: () => database.close() } });
    this.#database = database;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** SQLite may have rolled back already (SQLITE_FULL, SQLITE_IOERR): then there is nothing left to roll back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (!this.#database.inTransaction) throw new TransactionLostError('before commit');
    try {
      await super.commitTransaction(connection);
    } catch (error) {
      // A COMMIT that met a lock or a full disk leaves the connection inside the transaction; the next one must not inherit it.
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  override async rollbackToSavepoint(
    ...args: Parameters<SqliteDriver['rollbackToSavepoint']>
  ): Promise<void> {
    if (!this.#database.inTransaction) throw new TransactionLostError('before rollback to a savepoint');
    await super.rollbackToSavepoint(...args);
  }
}

function keepStatements(database: Database.Database): (sql: string) => Database.Statement<unknown[]> {
  const kept = new Map<string, Database.Statement<unknown[]>>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size >= STATEMENT_CACHE) kept.clear();
    const statement = database.prepare<unknown[]>(sql);
    kept.set(sql, statement);
    return statement;
  };
}
