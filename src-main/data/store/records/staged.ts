import type { PullRow } from '../../../../src-shared/sync/pull.ts';
import type { Database } from '../open.ts';

/** A record about to leave the region. */
export interface Leaving {
  readonly type: string;
  readonly id: string;
  readonly reason: string;
}

/** Pull pages received so far. They become records only together, with the last one. */
export function stagedStore(db: Database) {
  const put = db.prepare(
    `INSERT INTO staged (type, id, region, version, ordinal, doc, left_reason) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (type, id) DO UPDATE SET region = excluded.region, version = excluded.version,
       ordinal = excluded.ordinal, doc = excluded.doc, left_reason = excluded.left_reason
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
         AND (s.region = record.region OR record.region = '')))
       AND NOT EXISTS (SELECT 1 FROM departed d WHERE d.type = record.type AND d.id = record.id)`,
  );
  const leaving = db.prepare<[], Leaving>(
    `SELECT s.type, s.id, s.left_reason AS reason FROM staged s JOIN record r ON r.type = s.type AND r.id = s.id
     WHERE s.doc IS NULL AND s.left_reason IS NOT NULL AND (s.version, s.ordinal) > (r.version, r.ordinal)
       AND (s.region = r.region OR r.region = '')`,
  );
  const comeBack = db.prepare(
    'DELETE FROM departed WHERE (type, id) IN (SELECT type, id FROM staged WHERE doc IS NOT NULL)',
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
      const doc = gone ? null : JSON.stringify(row.doc);
      const left = row.deleted ? null : row.left;
      put.run(row.type, row.id, row.region, row.version, row.ordinal, doc, left);
    },
    /**
     * Makes the staged rows records. Otherwise only newer rows count, and a row that left a region is removed only while it
     * still belongs to that region.
     * @param fresh everything was fetched again: the rows count whatever their version, and what is not among them is gone
     */
    apply(fresh: boolean): void {
      comeBack.run();
      const flag = fresh ? 1 : 0;
      if (fresh) removeUnseen.run();
      applyGone.run({ fresh: flag });
      applyRows.run({ fresh: flag });
    },
    /** Records held here that the staged rows take out of the region. */
    leaving: (): Leaving[] => leaving.all(),
    clear: (): void => void clear.run(),
    count: (): number => count.get() ?? 0,
    refs: (): { type: string; id: string }[] => touched.all(),
    /** How many staged rows tell that somebody else gave an operator an appeal, took one, or corrected one. */
    countTelling: (operator: string): number => telling.get({ operator }) ?? 0,
  };
}
