import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = 'key.check';

function checkValue(key: Buffer): string {
  return createHmac('sha256', key).update('holos key check 1').digest('hex');
}

/**
 * What the check value beside the stores says about a key: it tells a wrong key from a damaged file
 * (sync specification 5.4). `none` before the first start has finished.
 */
export function checkKey(dir: string, key: Buffer): 'right' | 'wrong' | 'none' {
  const file = join(dir, FILE);
  if (!existsSync(file)) return 'none';
  const stored = Buffer.from(readFileSync(file, 'utf8').trim());
  const expected = Buffer.from(checkValue(key));
  return stored.length === expected.length && timingSafeEqual(stored, expected) ? 'right' : 'wrong';
}

/** Writes the check value durably: temporary file, fsync, rename, fsync of the folder. */
export function writeKeyCheck(dir: string, key: Buffer): void {
  const file = join(dir, FILE);
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeSync(handle, `${checkValue(key)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  syncFolder(dirname(file));
}

/** Makes a rename in a folder durable. Windows has no such call and needs none. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
