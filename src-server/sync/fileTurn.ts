import { closeSync, openSync, rmSync, statSync } from 'node:fs';

/** Who holds a turn for longer than this, in milliseconds, has died in it. */
const DEAD_MS = 3_000;
/** Pause between two looks, in milliseconds. */
const PAUSE_MS = 5;

/**
 * Reads and writes a small file in turns: several server processes over one PostgreSQL may share the folder it lies in, and what one has
 * written must not be written over by what another one had read before.
 */
export function inTurn<T>(file: string, work: () => T): T {
  const turn = `${file}.turn`;
  while (!take(turn)) {
    if (isDead(turn)) rmSync(turn, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    rmSync(turn, { force: true });
  }
}

function take(turn: string): boolean {
  try {
    closeSync(openSync(turn, 'wx', 0o600));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isDead(turn: string): boolean {
  const { mtimeMs } = statSync(turn, { throwIfNoEntry: false }) ?? { mtimeMs: Number.MAX_SAFE_INTEGER };
  return Date.now() - mtimeMs > DEAD_MS;
}
