import type { ProblemCode } from '../../../src-shared/ipc/envelope.ts';

/** A store that cannot be used, in one of the named states each of which has words of its own on the screen. */
export class StoreError extends Error {
  readonly code: ProblemCode;
  readonly data: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, data: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(data)}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
    this.data = data;
  }
}

/**
 * What an error of SQLite means. Only CORRUPT and NOTADB mean damage (and NOTADB first of all a wrong key, which the
 * key check tells apart); a check that could not run is never damage (sync specification 5.3, A6).
 * @returns undefined for errors that are defects of ours, such as a constraint or a syntax error
 */
export function problemOfSqlite(code: string): ProblemCode | undefined {
  if (code === 'SQLITE_FULL') return 'diskFull';
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return 'storeBusy';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'storeDamaged';
  if (/^SQLITE_(READONLY|CANTOPEN|IOERR|PERM|AUTH)/.test(code)) return 'storeReadOnly';
  return undefined;
}

/**
 * What an error of the file system means, for files beside the databases: only a full disk and a closed door have names.
 * @returns undefined for everything else
 */
function problemOfFiles(error: unknown): ProblemCode | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'storeReadOnly' : undefined;
}

/** SQLite's own code of an error, such as `SQLITE_FULL`; undefined for anything else. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined;
}

/** Turns an error of SQLite or of the disk that is no defect of ours into a named one; anything else comes back as it is. */
export function namedError(error: unknown, file: string): unknown {
  if (error instanceof StoreError) return error;
  const code = sqliteCode(error);
  const problem = code === undefined ? problemOfFiles(error) : problemOfSqlite(code);
  return problem === undefined ? error : new StoreError(problem, { file, sqlite: code ?? '' }, error);
}
