import type { Street } from '../../../../src-shared/directory/model.ts';
import type { Database } from '../open.ts';

const STREETS = `SELECT doc FROM record WHERE type = 'street' AND json_extract(doc, '$.settlement') = ?
  ORDER BY json_extract(doc, '$.uk'), id`;

/** The statements of the lists, exported for the test of their query plans. */
export const DIRECTORY_LISTS = [STREETS];

/** Streets of the region's directory; its settlements are few and read whole. */
export function directoryStore(db: Database) {
  const streets = db.prepare<[string], string>(STREETS).pluck();
  return {
    streetsOf: (settlement: string): Street[] =>
      streets.all(settlement).map((doc) => JSON.parse(doc) as Street),
  };
}
