import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder } from './keyCheck.ts';

const FILE = 'installation';

/** The file `installation` of a data folder, as it lies on its disk: what is in it, and where and since when it is there. */
export const Installation = z.strictObject({ token: z.string(), inode: z.string(), born: z.string() });
export type Installation = z.infer<typeof Installation>;

/** Null when there is none, or it cannot be read. */
export function readInstallation(dir: string): Installation | null {
  const file = join(dir, FILE);
  try {
    const token = readFileSync(file, 'utf8').trim();
    const { ino, birthtimeMs } = statSync(file, { bigint: true });
    return { token, inode: String(ino), born: String(birthtimeMs) };
  } catch {
    return null;
  }
}

/** Writes the file durably under a new token and says how it lies on the disk; null when it cannot be written. */
export function writeInstallation(dir: string, token: string): Installation | null {
  const file = join(dir, FILE);
  const fresh = `${file}.new`;
  try {
    const handle = openSync(fresh, 'w', 0o600);
    try {
      writeSync(handle, `${token}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, file);
    syncFolder(dirname(file));
  } catch {
    return null;
  }
  return readInstallation(dir);
}

/**
 * Whether the file found is the one known: same token, and at least one of place and birth unchanged. Moving a disk to another system may
 * change one of them; copying the folder changes both. A copy of the whole disk changes neither: that one shows only at the centre.
 */
export function isSameInstallation(known: Installation, found: Installation | null): boolean {
  if (found === null || found.token !== known.token) return false;
  return found.inode === known.inode || found.born === known.born;
}
