/** Thrown when the engine has rolled the whole transaction back by itself, as SQLite does on a full disk. */
export class TransactionLostError extends Error {
  constructor(cause: unknown) {
    super('the database ended the transaction by itself', { cause });
    this.name = 'TransactionLostError';
  }
}

const SQLITE_TROUBLE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|READONLY|CANTOPEN|PROTOCOL|INTERRUPT)/;

/**
 * Classes and codes of PostgreSQL's appendix A that say nothing about the command: connection (08), deadlock and serialisation (40),
 * resources (53), lock timeout (55P03), operator's intervention and statement timeout (57), idle limit (25P03, 25P02 after it), I/O (58).
 */
const POSTGRES_TROUBLE = /^(08|40|53|55P03|57|25P0[234]|58)/;

const NETWORK_TROUBLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'ENOSPC',
  'EIO',
  'EROFS',
  'EACCES',
]);

/**
 * Whether an error is the fault of disk, lock or connection, so that the same request may succeed later. Everything else is a
 * defect or says something about the command itself.
 */
export function isTrouble(error: unknown): boolean {
  if (error instanceof TransactionLostError) return true;
  if (!(error instanceof Error)) return false;
  if (isLostConnection(error.message)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SQLITE_TROUBLE.test(code) || NETWORK_TROUBLE.has(code)) return true;
  return /^[0-9A-Z]{5}$/.test(code) && POSTGRES_TROUBLE.test(code);
}

/** The pg package reports a connection that ended under a statement without a code. */
function isLostConnection(message: string): boolean {
  return (
    message.startsWith('Connection terminated') ||
    message.startsWith('timeout exceeded when trying to connect') ||
    message.includes('Client has encountered a connection error') ||
    message.includes('Client was closed and is not queryable')
  );
}
