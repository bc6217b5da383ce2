import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';

/** A key for the files of a workstation. */
export function newKey(): string {
  return randomBytes(32).toString('hex');
}

/** One of the pairing codes that were made. */
export function codeOf(codes: readonly string[], index: number): string {
  const code = codes[index];
  if (code === undefined) throw new Error('too few pairing codes were made');
  return code;
}

/** Records of our own server's database as documents of the peer. */
export function recordDocuments(file: string, count: number): object[] {
  const db = new Database(file, { readonly: true });
  try {
    const rows = db
      .prepare<[number], { type: string; id: string; doc: string }>(
        "SELECT type, id, doc FROM record WHERE type <> 'operator' ORDER BY version, ordinal LIMIT ?",
      )
      .all(count);
    return rows.map(({ type, id, doc }) => ({ _id: `${type}:${id}`, doc: JSON.parse(doc) as object }));
  } finally {
    db.close();
  }
}
