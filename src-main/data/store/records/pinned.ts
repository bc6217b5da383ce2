import type { Database } from '../open.ts';
import type { StoredRow } from './record.ts';

/** A record held on request, and until which day. */
export interface PinnedRow extends StoredRow {
  readonly until: string;
}

/** Records fetched on request although the rule of age would leave them at the centre. */
export function pinnedStore(db: Database) {
  const put = db.prepare(
    `INSERT INTO pinned (type, id, until) VALUES (?, ?, ?)
     ON CONFLICT (type, id) DO UPDATE SET until = max(until, excluded.until)`,
  );
  const has = db.prepare<[string, string], number>('SELECT 1 FROM pinned WHERE type = ? AND id = ?').pluck();
  // Under a prediction lies the centre's own row.
  const rows = db.prepare<[], PinnedRow>(
    `SELECT r.type, r.id, coalesce(b.region, r.region) AS region, coalesce(b.version, r.version) AS version,
       coalesce(b.ordinal, r.ordinal) AS ordinal, coalesce(b.doc, r.doc) AS doc, p.until
     FROM pinned p JOIN record r ON r.type = p.type AND r.id = p.id
     LEFT JOIN base b ON b.type = p.type AND b.id = p.id AND b.doc IS NOT NULL WHERE coalesce(b.version, r.version) > 0`,
  );
  const prune = db.prepare('DELETE FROM pinned WHERE until < ?');

  return {
    /** Holds a record up to and with a day; a longer hold stays. */
    put: (ref: { readonly type: string; readonly id: string }, until: string): void =>
      void put.run(ref.type, ref.id, until),
    has: (type: string, id: string): boolean => has.get(type, id) !== undefined,
    /** Everything held, as the centre sent it. */
    rows: (): PinnedRow[] => rows.all(),
    /** Forgets the holds that ended before a day; the records go with the next sweep. */
    prune: (day: string): void => void prune.run(day),
  };
}
