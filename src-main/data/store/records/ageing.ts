import type { Database } from '../open.ts';
import type { StoredRow } from './record.ts';

/** The sweep through what may have grown old: by key, a page at a time. */
export function ageingStore(db: Database) {
  const page = db.prepare<[string, string, number], Pick<StoredRow, 'id' | 'version' | 'doc'>>(
    'SELECT id, version, doc FROM record WHERE type = ? AND id > ? AND version > 0 ORDER BY id LIMIT ?',
  );
  const companions = db.prepare<[string, string, string, string], { type: string; id: string }>(
    `SELECT type, id FROM record WHERE type = 'history' AND json_extract(doc, '$.subject.id') = ?
     UNION ALL SELECT type, id FROM record WHERE type = 'conflict' AND json_extract(doc, '$.appeal') = ?
     UNION ALL SELECT type, id FROM record WHERE type = 'attachment' AND json_extract(doc, '$.appeal') = ?
     UNION ALL SELECT type, id FROM record WHERE type = 'execution' AND json_extract(doc, '$.appeal') = ?`,
  );
  // A prediction lies on it, or a page not yet applied brings it anew.
  const busy = db
    .prepare<[string, string, string, string], number>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM base WHERE type = ? AND id = ?)
         OR EXISTS (SELECT 1 FROM staged WHERE type = ? AND id = ?)`,
    )
    .pluck();

  return {
    /** Records of a type behind an id that the centre has sent. */
    page: (type: string, after: string, limit: number): Pick<StoredRow, 'id' | 'version' | 'doc'>[] =>
      page.all(type, after, limit),
    /** What goes with an appeal. */
    companionsOf: (appeal: string): { type: string; id: string }[] =>
      companions.all(appeal, appeal, appeal, appeal),
    isBusy: (type: string, id: string): boolean => busy.get(type, id, type, id) !== undefined,
  };
}
