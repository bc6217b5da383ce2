import type { FileFacts } from '../../../../src-shared/attachment/model.ts';
import type { Database } from '../open.ts';

/** A file attached here and how far it is on its way. */
export interface BlobOut {
  readonly file: FileFacts;
  /** Bytes the centre has confirmed. */
  readonly have: number;
  readonly state: 'waiting' | 'sent';
}

interface Row {
  hash: string;
  size: number;
  type: string;
  name: string;
  have: number;
  state: 'waiting' | 'sent';
}

/** Files attached here: what is still to be sent, and what has been. */
export function blobOutStore(db: Database) {
  const add = db.prepare(
    `INSERT INTO blob_out (hash, size, type, name, state, at) VALUES (?, ?, ?, ?, 'waiting', ?)
     ON CONFLICT (hash) DO UPDATE SET state = 'waiting'`,
  );
  const waiting = db.prepare<[number], Row>(
    "SELECT hash, size, type, name, have, state FROM blob_out WHERE state = 'waiting' ORDER BY size, hash LIMIT ?",
  );
  const byHash = db.prepare<[string], Row>(
    'SELECT hash, size, type, name, have, state FROM blob_out WHERE hash = ?',
  );
  const unsent = db.prepare<[], { count: number; bytes: number }>(
    "SELECT count(*) AS count, coalesce(sum(size - have), 0) AS bytes FROM blob_out WHERE state = 'waiting'",
  );
  const progress = db.prepare('UPDATE blob_out SET have = ? WHERE hash = ?');
  const settle = db.prepare("UPDATE blob_out SET state = 'sent', have = size, sent_at = ? WHERE hash = ?");
  const old = db
    .prepare<[string], string>("SELECT hash FROM blob_out WHERE state = 'sent' AND sent_at < ?")
    .pluck();
  const forget = db.prepare('DELETE FROM blob_out WHERE hash = ?');

  return {
    /** Adds a file before the command that names it commits; one sent long ago is asked about again. */
    add: ({ hash, size, type, name }: FileFacts, at: string): void =>
      void add.run(hash, size, type, name, at),
    /** Files not yet at the centre, small ones first. */
    waiting: (limit: number): BlobOut[] => waiting.all(limit).map(blobOf),
    get(hash: string): BlobOut | null {
      const row = byHash.get(hash);
      return row === undefined ? null : blobOf(row);
    },
    /** Files not yet at the centre, and how many of their bytes are not. */
    unsent: (): { count: number; bytes: number } => unsent.get() ?? { count: 0, bytes: 0 },
    progress: (hash: string, have: number): void => void progress.run(have, hash),
    settle: (hash: string, at: string): void => void settle.run(at, hash),
    sentBefore: (instant: string): string[] => old.all(instant),
    forget: (hash: string): void => void forget.run(hash),
  };
}

function blobOf({ hash, size, type, name, have, state }: Row): BlobOut {
  return { file: { hash, size, type, name }, have, state };
}
