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
  rmSync(temporary, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(temporary);
  } catch (error) {
    throw namedError(error, temporary);
  }
  const copy = openDatabase({ ...options, file: temporary, exclusive: true });
  try {
    assertIntact(copy, 'integrity_check');
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  renameSync(temporary, target);
  syncFolder(dirname(target));
}
