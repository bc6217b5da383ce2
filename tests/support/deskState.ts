import { join } from 'node:path';
import { openDatabase } from '../../src-main/data/store/open.ts';

/** What a closed workstation holds, by `type/id`. */
export function deskState(dir: string, key: Buffer): Map<string, unknown> {
  const db = openDatabase({ file: join(dir, 'records.db'), key, durability: 'NORMAL', exclusive: false });
  try {
    const rows = db
      .prepare<[], { type: string; id: string; doc: string }>('SELECT type, id, doc FROM record')
      .all();
    return new Map(rows.map(({ type, id, doc }) => [`${type}/${id}`, JSON.parse(doc)]));
  } finally {
    db.close();
  }
}

/** Indexes and triggers of a closed workstation's records, as made. */
export function deskSchema(dir: string, key: Buffer): string[] {
  const db = openDatabase({ file: join(dir, 'records.db'), key, durability: 'NORMAL', exclusive: false });
  try {
    return db
      .prepare<[], string>(
        "SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY sql",
      )
      .pluck()
      .all();
  } finally {
    db.close();
  }
}

/** Makes a closed workstation fetch everything again, as after the answer that its cursor is not of the centre's history. */
export function demandFreshDownload(dir: string, key: Buffer): void {
  const db = openDatabase({ file: join(dir, 'records.db'), key, durability: 'NORMAL', exclusive: false });
  try {
    db.exec('UPDATE position SET fresh = 1, staged_cursor = NULL');
  } finally {
    db.close();
  }
}
