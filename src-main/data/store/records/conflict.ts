import type { Conflict } from '../../../../src-shared/conflict/model.ts';
import type { Database } from '../open.ts';

const OF_APPEAL = `SELECT doc FROM record WHERE type = 'conflict' AND json_extract(doc, '$.appeal') = ? ORDER BY id`;
const HOLDING = `SELECT json_extract(doc, '$.command') FROM record WHERE type = 'conflict'
  AND json_extract(doc, '$.state') = 'open'`;

/** The statements of the lists, exported for the test of their query plans. */
export const CONFLICT_LISTS = [OF_APPEAL, HOLDING];

/** Fields for which a person has to choose. */
export function conflictStore(db: Database) {
  const ofAppeal = db.prepare<[string], string>(OF_APPEAL).pluck();
  const holding = db.prepare<[], string>(HOLDING).pluck();

  return {
    /** Open conflicts of one appeal. */
    openOf: (appeal: string): Conflict[] =>
      ofAppeal
        .all(appeal)
        .map((doc) => JSON.parse(doc) as Conflict)
        .filter(({ state }) => state === 'open'),
    /** Commands whose newest value waits in an open conflict. */
    commandsInConflict: (): Set<string> => new Set(holding.all()),
  };
}
