import type { RecordRef } from '../../../../src-shared/record/model.ts';
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
  const removeNewStaged = db.prepare(
    `DELETE FROM record WHERE (type, id) IN
       (SELECT b.type, b.id FROM staged s JOIN base b ON b.type = s.type AND b.id = s.id WHERE b.doc IS NULL)`,
  );
  const putBackStaged = db.prepare(
    `INSERT INTO record (type, id, region, version, ordinal, doc)
     SELECT b.type, b.id, b.region, b.version, b.ordinal, b.doc
     FROM staged s JOIN base b ON b.type = s.type AND b.id = s.id WHERE b.doc IS NOT NULL
     ON CONFLICT (type, id) DO UPDATE SET region = excluded.region, version = excluded.version,
       ordinal = excluded.ordinal, doc = excluded.doc`,
  );
  const forgetStaged = db.prepare('DELETE FROM base WHERE (type, id) IN (SELECT type, id FROM staged)');
  const get = db.prepare<[string, string], { doc: string | null }>(
    'SELECT doc FROM base WHERE type = ? AND id = ?',
  );
  const removeOne = db.prepare('DELETE FROM record WHERE type = @type AND id = @id');
  const putBackOne = db.prepare(
    `INSERT INTO record (type, id, region, version, ordinal, doc)
     SELECT type, id, region, version, ordinal, doc FROM base WHERE type = @type AND id = @id
     ON CONFLICT (type, id) DO UPDATE SET region = excluded.region, version = excluded.version,
       ordinal = excluded.ordinal, doc = excluded.doc`,
  );
  const forgetOne = db.prepare('DELETE FROM base WHERE type = @type AND id = @id');
  const clear = db.prepare('DELETE FROM base');
  const count = db.prepare<[], number>('SELECT count(*) FROM base').pluck();

  const copied = new Map<string, { readonly type: string; readonly id: string }>();

  return {
    /** Keeps the untouched row, or its absence, unless a copy is already here. */
    copy(type: string, id: string): void {
      copied.set(`${type}/${id}`, { type, id });
      copy.run({ type, id });
    },
    /** Records copied since the last question: those that an act has changed beside a rebase. */
    copiedSince(): { readonly type: string; readonly id: string }[] {
      const since = [...copied.values()];
      copied.clear();
      return since;
    },
    /** Puts every untouched row back and forgets the copies. */
    restore(): void {
      removeNew.run();
      restore.run();
      clear.run();
    },
    /** Puts the untouched rows of staged records back, and of these alone. */
    restoreStaged(): void {
      removeNewStaged.run();
      putBackStaged.run();
      forgetStaged.run();
    },
    /** Puts one untouched row back; nothing happens to a record without a prediction. */
    restoreOne({ type, id }: RecordRef): void {
      const kept = get.get(type, id);
      if (kept === undefined) return;
      if (kept.doc === null) removeOne.run({ type, id });
      else putBackOne.run({ type, id });
      forgetOne.run({ type, id });
    },
    /** The untouched row under a prediction, without a document where there is none; undefined where nothing is predicted. */
    get: (type: string, id: string): { readonly doc: string | null } | undefined => get.get(type, id),
    count: (): number => count.get() ?? 0,
  };
}
