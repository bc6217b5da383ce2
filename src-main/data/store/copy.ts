import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { namedError } from './error.ts';
import { syncFolder } from './keyCheck.ts';
import { assertIntact, type Database, type OpenOptions, openDatabase } from './open.ts';

/**
 * Makes a consistent, encrypted copy of an open database under the same key and proves it readable before it gets its
 * name (sync specification 5.3; `backup()` fails on encrypted files).
 * @param target path of the copy; an older copy of that name is replaced only once the new one is proved
 */
export function copyDatabase(db: Database, options: OpenOptions, target: string): void {
  const temporary = `${target}.new`;
  forget(temporary);
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
    prove({ ...options, file: temporary });
    renameSync(temporary, target);
    syncFolder(dirname(target));
  } catch (error) {
    // Half a copy on a full disk is of no use to anybody.
    forget(temporary);
    throw namedError(error, temporary);
  }
}

function prove(options: OpenOptions): void {
  const copy = openDatabase({ ...options, exclusive: true });
  try {
    assertIntact(copy, 'integrity_check');
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

function forget(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
}
