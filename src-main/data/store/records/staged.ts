import type { PullRow } from '../../../../src-shared/sync/pull.ts';
import type { Database } from '../open.ts';

/** Pull pages received so far. They become records only together, with the last one. */
export function stagedStore(db: Database) {
  const put = db.prepare(
    `INSERT INTO staged (type, id, region, version, ordinal, doc) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (type, id) DO UPDATE SET region = excluded.region, version = excluded.version,
       ordinal = excluded.ordinal, doc = excluded.doc
     WHERE (excluded.version, excluded.ordinal) > (staged.version, staged.ordinal)`,
  );
  const applyRows = db.prepare(
    `INSERT INTO record (type, id, region, version, ordinal, doc)
     SELECT type, id, region, version, ordinal, doc FROM staged WHERE doc IS NOT NULL
     ON CONFLICT (type, id) DO UPDATE SET region = excluded.region, version = excluded.version,
       ordinal = excluded.ordinal, doc = excluded.doc
     WHERE @fresh = 1 OR (excluded.version, excluded.ordinal) > (record.version, record.ordinal)`,
  );
  const applyGone = db.prepare(
    `DELETE FROM record WHERE (type, id) IN (SELECT type, id FROM staged WHERE doc IS NULL)
       AND (@fresh = 1 OR EXISTS (SELECT 1 FROM staged s WHERE s.type = record.type AND s.id = record.id
         AND (s.version, s.ordinal) > (record.version, record.ordinal)
         AND (s.region = record.region OR record.region = '')))`,
  );
  const removeUnseen = db.prepare(
    `DELETE FROM record WHERE NOT EXISTS (
       SELECT 1 FROM staged s WHERE s.type = record.type AND s.id = record.id AND s.doc IS NOT NULL)`,
  );
  const clear = db.prepare('DELETE FROM staged');
  const count = db.prepare<[], number>('SELECT count(*) FROM staged').pluck();
  const touched = db.prepare<[], { type: string; id: string }>('SELECT type, id FROM staged');
  const telling = db
    .prepare<[{ operator: string }], number>(
      `SELECT count(*) FROM staged WHERE type = 'history' AND json_extract(doc, '$.actor') <> @operator
       AND (json_extract(doc, '$.kind') = 'appeal.assign'
            AND @operator IN (json_extract(doc, '$.data.to'), json_extract(doc, '$.data.from'))
         OR json_extract(doc, '$.kind') = 'appeal.amend' AND json_extract(doc, '$.data.assignee') = @operator)`,
    )
    .pluck();

  return {
    /** Adds a row of a page; an older one never replaces a newer one. */
    put(row: PullRow): void {
      const gone = row.deleted || row.left !== null || row.doc === null;
      put.run(row.type, row.id, row.region, row.version, row.ordinal, gone ? null : JSON.stringify(row.doc));
    },
    /**
     * Makes the staged rows records. Otherwise only newer rows count, and a row that left a region is removed only while it
     * still belongs to that region.
     * @param fresh everything was fetched again: the rows count whatever their version, and what is not among them is gone
     */
    apply(fresh: boolean): void {
      const flag = fresh ? 1 : 0;
      if (fresh) removeUnseen.run();
      applyGone.run({ fresh: flag });
      applyRows.run({ fresh: flag });
    },
    clear: (): void => void clear.run(),
    count: (): number => count.get() ?? 0,
    refs: (): { type: string; id: string }[] => touched.all(),
    /** How many staged rows tell that somebody else gave an operator an appeal, took one, or corrected one. */
    countTelling: (operator: string): number => telling.get({ operator }) ?? 0,
  };
}
