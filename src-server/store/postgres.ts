import pg from 'pg';
import type { Logger } from 'pino';

/** Limits of every connection in milliseconds; without them one idle transaction would block a whole region (sync specification A1). */
export interface PostgresLimits {
  readonly lockMs: number;
  readonly statementMs: number;
  readonly idleInTransactionMs: number;
}

export const DEFAULT_LIMITS: PostgresLimits = {
  lockMs: 5_000,
  statementMs: 20_000,
  idleInTransactionMs: 10_000,
};

/** Object id of PostgreSQL's 64-bit integer; our counters stay far below 2^53. */
const INT8 = 20;

/** Connections of one server process. */
const POOL_SIZE = 10;

/**
 * A pool whose connections carry the limits. It opens nothing until it is used.
 * @param url connection string, DATABASE_URL
 */
export function openPool(url: string, limits: PostgresLimits, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    ...connectionConfig(url, limits),
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on('error', (error) => log.warn({ code: codeOf(error) }, 'idle database connection lost'));
  // While it is checked out the pool does not listen; a connection ended by the server would otherwise end the process.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ code: codeOf(error) }, 'database connection lost')),
  );
  return pool;
}

/** What every connection of ours is opened with, the listening one included. */
export function connectionConfig(url: string, limits: PostgresLimits): pg.ClientConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  return {
    connectionString: url,
    application_name: 'holos-server',
    lock_timeout: limits.lockMs,
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    keepAlive: true,
    types,
  };
}

/** Code of an error for the log; its message may hold values. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
