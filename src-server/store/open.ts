import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Kysely, PostgresDialect } from 'kysely';
import type { Logger } from 'pino';
import { type Random, systemRandom } from '../random.ts';
import { type CopiedHeads, copyWhileOpen } from './backup.ts';
import { ensureMeta, type Meta } from './meta.ts';
import { type Engine, migrate } from './migrate.ts';
import { DEFAULT_LIMITS, openPool, type PostgresLimits } from './postgres.ts';
import { asStoreError, EmbeddedDialect, openSqlite } from './sqlite.ts';
import { StoreError } from './storeError.ts';
import type { Tables } from './tables.ts';
import { inWriteTransaction } from './transaction.ts';
import { type InTurn, takeTurns } from './turns.ts';

/** Where the data lies: a folder for the embedded store, or a PostgreSQL by its connection string. */
export interface StoreOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly limits?: PostgresLimits | undefined;
  readonly log: Logger;
  readonly random?: Random | undefined;
  /** For tests: told of the embedded connection as soon as it is open, to break it at chosen statements. */
  readonly onOpen?: ((database: Database) => void) | undefined;
}

/** An open store at the newest schema. Whoever opened it closes it. */
export interface Store {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  readonly meta: Meta;
  /** A writing transaction for what many workstations ask at the same time; on the embedded store they share it. */
  readonly inTurn: InTurn;
  /** Copies the store to a file while it is in use, and checks the copy; null where the engine has tools of its own. */
  readonly copyTo: ((target: string) => Promise<CopiedHeads>) | null;
  close(): Promise<void>;
}

/** Name of the embedded database within the data folder. */
export const DATABASE_FILE = 'holos.db';

/**
 * Opens the store, creates it when it is new and brings its schema up to date.
 * @throws StoreError with a sentence for the administrator
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl === undefined
    ? await openEmbedded(options)
    : await openShared(options, options.databaseUrl);
}

async function openEmbedded({ dataDir, onOpen, random = systemRandom }: StoreOptions): Promise<Store> {
  const file = join(dataDir, DATABASE_FILE);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asStoreError(error, file);
  }
  const database = openSqlite(file);
  onOpen?.(database);
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(database) });
  const close = async () => {
    await db.destroy();
    if (database.open) database.close();
  };
  try {
    await migrate(db, 'sqlite');
    const copyTo = async (target: string) => await copyWhileOpen(database, target);
    const meta = await ensureMeta(db, random);
    return { db, engine: 'sqlite', meta, inTurn: takeTurns(db), copyTo, close };
  } catch (error) {
    await close();
    throw asStoreError(error, file);
  }
}

async function openShared(options: StoreOptions, url: string): Promise<Store> {
  const { limits = DEFAULT_LIMITS, log, random = systemRandom } = options;
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, limits, log) }) });
  const close = async () => await db.destroy();
  try {
    await migrate(db, 'postgres');
    const inTurn: InTurn = async (work) => await inWriteTransaction(db, work);
    return { db, engine: 'postgres', meta: await ensureMeta(db, random), inTurn, copyTo: null, close };
  } catch (error) {
    await close();
    throw asUnreachable(error);
  }
}

/** Names what keeps us out of PostgreSQL; the connection string stays out of the sentence, it holds a password. */
function asUnreachable(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|57P03)$/.test(code)) {
    return new StoreError(
      'unreachable',
      `PostgreSQL cannot be reached (${code}); check DATABASE_URL and that it runs.`,
      error,
    );
  }
  if (/^(28|3D000|42501)/.test(code)) {
    return new StoreError(
      'noPermission',
      `PostgreSQL refuses user, password or database of DATABASE_URL (${code}).`,
      error,
    );
  }
  return error;
}
