import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { freshFolder } from './centre.ts';

/** Rates of SQLite itself on this disk, through the same binding, each commit on disk before the next. */
export interface RawRates {
  /** One row a commit, encrypted, as a workstation stores an act. */
  readonly commitsPerSecond: number;
  /** A hundred rows a commit, plain, as a server stores a batch. */
  readonly rowsPerSecond: number;
}

/** Measures SQLite alone, with documents as large as a command. */
export async function measureRaw(rows: number): Promise<RawRates> {
  const folder = await freshFolder('raw');
  const commits = Math.ceil(rows / 25);
  return {
    commitsPerSecond: rateOf(join(folder, 'commits.db'), commits, 1, randomBytes(32)),
    rowsPerSecond: rateOf(join(folder, 'rows.db'), rows, 100, null),
  };
}

function rateOf(file: string, rows: number, rowsAtOnce: number, key: Buffer | null): number {
  const db = new Database(file);
  if (key !== null) db.pragma(`key = "x'${key.toString('hex')}'"`);
  for (const pragma of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL'])
    db.pragma(pragma);
  db.exec('CREATE TABLE record (id TEXT PRIMARY KEY, doc TEXT NOT NULL) STRICT');
  const put = db.prepare('INSERT INTO record (id, doc) VALUES (?, ?)');
  const doc = JSON.stringify({ text: 'ю'.repeat(250) });
  const began = performance.now();
  for (let done = 0; done < rows; done += rowsAtOnce) {
    db.exec('BEGIN IMMEDIATE');
    for (let row = done; row < Math.min(rows, done + rowsAtOnce); row += 1)
      put.run(`0198f000-0000-7000-8000-${String(row).padStart(12, '0')}`, doc);
    db.exec('COMMIT');
  }
  const rate = (rows * 1000) / (performance.now() - began);
  db.close();
  return rate;
}
