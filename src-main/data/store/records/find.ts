import type { Database } from '../open.ts';

/** An appeal with its applicant, both as JSON. */
export interface SearchedRow {
  readonly id: string;
  readonly doc: string;
  readonly applicant: string | null;
}

/** Exported for the test of its query plan. */
export const APPEALS_BEFORE = `SELECT a.id, a.doc, p.doc AS applicant FROM record AS a
  LEFT JOIN record AS p ON p.type = 'applicant' AND p.id = json_extract(a.doc, '$.applicant')
  WHERE a.type = 'appeal' AND a.id < ? ORDER BY a.id DESC LIMIT ?`;

/** Looking through the appeals. */
export function findStore(db: Database) {
  const before = db.prepare<[string, number], SearchedRow>(APPEALS_BEFORE);
  return {
    /** Appeals before an id, the latest first: ids are minted in the order of time. */
    before: (id: string, limit: number): SearchedRow[] => before.all(id, limit),
  };
}
