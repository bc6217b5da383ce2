import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What lies in the key file. `check` tells a wrong key from a damaged store (sync specification 5.4). */
export const KeyFile = z.strictObject({
  version: z.literal(1),
  /** `system`: wrapped by the system's protected store. `file`: protected by the rights of this file alone. */
  protection: z.enum(['system', 'file']),
  /** Base64. */
  key: z.string().min(1),
  check: z.string().regex(/^[0-9a-f]{16}$/),
});
export type KeyFile = z.infer<typeof KeyFile>;

export type KeyFileState =
  | { readonly state: 'present'; readonly content: KeyFile }
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable' };

/** Where the file before the last write is kept. */
export function previousOf(file: string): string {
  return `${file}.previous`;
}

/** Reads the key file, or the one before it when a write was cut off between its steps. */
export function readKeyFile(file: string): KeyFileState {
  const present = [file, previousOf(file)].filter((path) => existsSync(path));
  for (const path of present) {
    const content = parse(path);
    if (content !== null) return { state: 'present', content };
  }
  return { state: present.length === 0 ? 'absent' : 'unreadable' };
}

function parse(path: string): KeyFile | null {
  try {
    const parsed = KeyFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Unreadable or not JSON; the caller tries the previous file and says so when neither serves.
    return null;
  }
}

/** Writes the key file for this user alone, whole or not at all, on disk when it returns. The previous one is kept. Throws errors of the file system. */
export function writeKeyFile(file: string, content: KeyFile): void {
  const temporary = `${file}.new`;
  rmSync(temporary, { force: true });
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(handle, JSON.stringify(content));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (existsSync(file)) {
    rmSync(previousOf(file), { force: true });
    linkSync(file, previousOf(file));
  }
  renameSync(temporary, file);
  syncFolder(dirname(file));
}

function syncFolder(folder: string): void {
  // Windows has no handle of a folder to sync; its rename is journalled.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
