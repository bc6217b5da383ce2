import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How `admin.ts` reaches the server that holds a data folder. */
const Door = z.strictObject({ url: z.string(), token: z.string(), pid: z.int() });
export type Door = z.infer<typeof Door>;

function fileOf(dataDir: string): string {
  return join(dataDir, 'admin.json');
}

/** A token of one run of the server. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Leaves the door's address in the data folder, readable only by the server's user.
 * @returns takes it away again
 */
export function hangOut(dataDir: string, url: string, token: string): () => void {
  const file = fileOf(dataDir);
  const door: Door = { url, token, pid: process.pid };
  // A mode given to writeFile counts only for a new file.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(door), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The door of the server that runs, or last ran, on a data folder; null when there is none. */
export function findDoor(dataDir: string): Door | null {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDir), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return Door.parse(JSON.parse(text));
}
