import type { RecordDocs, RecordRef, RecordType, RecordWrite } from '../../../../src-shared/record/model.ts';
import type { Database } from '../open.ts';

/** A record as stored; `version` 0 while it exists only as a prediction. */
export interface StoredRow {
  readonly type: string;
  readonly id: string;
  readonly region: string;
  readonly version: number;
  readonly ordinal: number;
  /** The document as JSON, kept whole: fields this build does not know ride along. */
  readonly doc: string;
}

/** Documents by type and id: the centre's rows with this workstation's predictions on top. */
export function recordStore(db: Database) {
  const doc = db
    .prepare<[string, string], string>('SELECT doc FROM record WHERE type = ? AND id = ?')
    .pluck();
  const row = db.prepare<[string, string], StoredRow>('SELECT * FROM record WHERE type = ? AND id = ?');
  const put = db.prepare(
    `INSERT INTO record (type, id, region, version, ordinal, doc) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (type, id) DO UPDATE SET region = excluded.region, version = excluded.version,
       ordinal = excluded.ordinal, doc = excluded.doc`,
  );
  const predict = db.prepare(
    `INSERT INTO record (type, id, region, version, ordinal, doc) VALUES (?, ?, ?, 0, 0, ?)
     ON CONFLICT (type, id) DO UPDATE SET doc = excluded.doc`,
  );
  let edits = 0;
  const remove = db.prepare('DELETE FROM record WHERE type = ? AND id = ?');
  const ofType = db.prepare<[string], string>('SELECT doc FROM record WHERE type = ?').pluck();

  return {
    get<T extends RecordType>(type: T, id: string): RecordDocs[T] | undefined {
      const found = doc.get(type, id);
      return found === undefined ? undefined : (JSON.parse(found) as RecordDocs[T]);
    },
    row: (type: string, id: string): StoredRow | undefined => row.get(type, id),
    /** Stores a row of the centre. */
    put(stored: StoredRow): void {
      edits += 1;
      put.run(stored.type, stored.id, stored.region, stored.version, stored.ordinal, stored.doc);
    },
    /** Lays a prediction over a row; its version stays that of the centre's row. */
    predict(write: RecordWrite, region: string): void {
      predict.run(write.type, write.id, region, JSON.stringify(write.doc));
    },
    /** Whether a row shows this document to the letter. */
    shows: (write: RecordWrite): boolean => doc.get(write.type, write.id) === JSON.stringify(write.doc),
    remove(ref: RecordRef | { type: string; id: string }): void {
      edits += 1;
      remove.run(ref.type, ref.id);
    },
    /** How often a row was put or removed by itself: tells whether something else than pulls has changed the true rows. */
    edits: (): number => edits,
    /** Every document of a type with few records, such as `operator`. */
    allOf: <T extends RecordType>(type: T): RecordDocs[T][] =>
      ofType.all(type).map((text) => JSON.parse(text) as RecordDocs[T]),
  };
}
