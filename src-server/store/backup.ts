import { existsSync, renameSync, rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { syncFile, syncFolderOf } from './durableFile.ts';

/** How far a copy is: the proof that it can be opened and read. */
export interface CopiedHeads {
  readonly epoch: string;
  readonly isRecovering: boolean;
  readonly regions: readonly { readonly region: string; readonly version: number }[];
}

/** Pages copied between two turns of everybody else. */
const PAGES_AT_ONCE = 500;

/**
 * Copies the embedded database while it is in use, checks the copy as a whole in a thread of its own, and only then gives it its name.
 * @param target must not exist: a good older backup is never replaced by one that fails
 */
export async function copyWhileOpen(database: Database, target: string): Promise<CopiedHeads> {
  if (existsSync(target)) throw new TargetExistsError(target);
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    await database.backup(part, { progress: () => PAGES_AT_ONCE });
    const heads = await checkCopy(part);
    syncFile(part);
    renameSync(part, target);
    syncFolderOf(target);
    return heads;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** There is something under the name of the copy. */
export class TargetExistsError extends Error {
  constructor(target: string) {
    super(`${target} exists`);
    this.name = 'TargetExistsError';
  }
}

/** Reading every page takes seconds for a large store; the server's own thread goes on answering. */
async function checkCopy(file: string): Promise<CopiedHeads> {
  return await new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./checkCopy.ts', import.meta.url), { workerData: file });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the check ended with ${code}`)));
  });
}
