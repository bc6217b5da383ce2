import type { Database } from '../open.ts';

/**
 * The centre's rows under the predictions (sync specification 1.5). Restoring them takes every prediction back, whatever
 * had been decided on top.
 */
export function baseStore(db: Database) {
  const copy = db.prepare(
    `INSERT INTO base (type, id, region, version, ordinal, doc)
     SELECT type, id, region, version, ordinal, doc FROM record WHERE type = @type AND id = @id
     UNION ALL SELECT @type, @id, '', 0, 0, NULL WHERE NOT EXISTS (SELECT 1 FROM record WHERE type = @type AND id = @id)
     ON CONFLICT (type, id) DO NOTHING`,
  );
  const removeNew = db.prepare(
    'DELETE FROM record WHERE (type, id) IN (SELECT type, id FROM base WHERE doc IS NULL)',
  );
  const restore = db.prepare(
    `INSERT INTO record (type, id, region, version, ordinal, doc)
     SELECT type, id, region, version, ordinal, doc FROM base WHERE doc IS NOT NULL
     ON CONFLICT (type, id) DO UPDATE SET region = excluded.region, version = excluded.version,
       ordinal = excluded.ordinal, doc = excluded.doc`,
  );
  const clear = db.prepare('DELETE FROM base');
  const count = db.prepare<[], number>('SELECT count(*) FROM base').pluck();

  return {
    /** Keeps the untouched row, or its absence, unless a copy is already here. */
    copy: (type: string, id: string): void => void copy.run({ type, id }),
    /** Puts every untouched row back and forgets the copies. */
    restore(): void {
      removeNew.run();
      restore.run();
      clear.run();
    },
    count: (): number => count.get() ?? 0,
  };
}
