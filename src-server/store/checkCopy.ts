// Runs in a thread of its own: opens a copy of the embedded database, reads every page, and says how far it is.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { CopiedHeads } from './backup.ts';

const copy = new Sqlite(String(workerData), { readonly: true, fileMustExist: true });
try {
  const verdict = copy.pragma('integrity_check', { simple: true });
  if (verdict !== 'ok') throw new Error('the copy is damaged');
  const heads: CopiedHeads = {
    epoch: String(copy.prepare('SELECT epoch FROM meta').pluck().get()),
    isRecovering: copy.prepare("SELECT 1 FROM recovery WHERE state = 'open'").get() !== undefined,
    regions: copy
      .prepare<[], { region: string; version: number }>(
        'SELECT id AS region, version FROM region ORDER BY id',
      )
      .all(),
  };
  parentPort?.postMessage(heads);
} finally {
  copy.close();
}
