import type { Street } from '../../../../src-shared/directory/model.ts';
import type { Database } from '../open.ts';

const STREETS = `SELECT doc FROM record WHERE type = 'street' AND json_extract(doc, '$.settlement') = ?
  ORDER BY json_extract(doc, '$.uk'), id`;

/** Names of every language and time, a page at a time: a region has tens of thousands. `former` is a JSON array. */
const NAMES = `SELECT id, json_extract(doc, '$.uk') || ' ' || json_extract(doc, '$.ru') || ' ' || json_extract(doc, '$.former') AS names
  FROM record WHERE type = ? AND id > ? ORDER BY id LIMIT ?`;

/** The statements of the lists, exported for the test of their query plans. */
export const DIRECTORY_LISTS = [STREETS, NAMES];

/** All names of one place in one text. */
export interface PlaceNames {
  readonly id: string;
  readonly names: string;
}

/** Streets of the region's directory; its settlements are few and read whole. */
export function directoryStore(db: Database) {
  const streets = db.prepare<[string], string>(STREETS).pluck();
  const names = db.prepare<[string, string, number], PlaceNames>(NAMES);
  return {
    streetsOf: (settlement: string): Street[] =>
      streets.all(settlement).map((doc) => JSON.parse(doc) as Street),
    /** Names of the places that follow an id. @param after empty for the first page */
    namesAfter: (type: 'settlement' | 'street', after: string, limit: number): PlaceNames[] =>
      names.all(type, after, limit),
  };
}
