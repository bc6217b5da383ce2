import { HORIZON_DAYS } from '../../../../src-shared/replication/age.ts';
import type { Cursor } from '../../../../src-shared/sync/cursor.ts';
import type { Database } from '../open.ts';

/** How far the records have got. */
export interface Position {
  /** Cursor of the applied rows; null before the first complete pull. */
  readonly cursor: Cursor | null;
  /** Cursor behind the staged pages of a half-done pull; null when none is under way. */
  readonly stagedCursor: Cursor | null;
  /** Everything is being fetched again. */
  readonly fresh: boolean;
  /** Client whose commands up to `ackedSeq` are part of the rows. */
  readonly ackedClient: string | null;
  readonly ackedSeq: number;
}

/** How many days back finished work is held, and the last version committed before. */
export interface ToldHorizon {
  readonly days: number;
  readonly version: number;
}

interface Row {
  cursor: string | null;
  staged_cursor: string | null;
  fresh: number;
  acked_client: string | null;
  acked_seq: number;
}

/** The one row that says which state of the centre the records show. */
export function metaStore(db: Database) {
  const get = db.prepare<[], Row>(
    'SELECT cursor, staged_cursor, fresh, acked_client, acked_seq FROM position',
  );
  const stage = db.prepare('UPDATE position SET staged_cursor = ?');
  const begin = db.prepare('UPDATE position SET staged_cursor = NULL, fresh = 1');
  const apply = db.prepare(
    'UPDATE position SET cursor = ?, staged_cursor = NULL, fresh = 0, acked_client = ?, acked_seq = ?',
  );

  const horizon = db.prepare<[], ToldHorizon>(
    'SELECT horizon_days AS days, horizon_version AS version FROM position',
  );
  const setHorizon = db.prepare(
    `UPDATE position SET horizon_days = @days, horizon_version = @version
     WHERE horizon_days <> @days OR horizon_version <> @version`,
  );

  return {
    get(): Position {
      const row = get.get();
      if (row === undefined) throw new Error('records.db has no position');
      return {
        cursor: row.cursor === null ? null : (JSON.parse(row.cursor) as Cursor),
        stagedCursor: row.staged_cursor === null ? null : (JSON.parse(row.staged_cursor) as Cursor),
        fresh: row.fresh === 1,
        ackedClient: row.acked_client,
        ackedSeq: row.acked_seq,
      };
    },
    /** Where the past begins that stays at the centre, as it last said. */
    horizon: (): ToldHorizon => horizon.get() ?? { days: HORIZON_DAYS, version: 0 },
    setHorizon: ({ days, version }: ToldHorizon): void => void setHorizon.run({ days, version }),
    /** A page was staged: the next one is asked for from here. */
    stage: (cursor: Cursor): void => void stage.run(JSON.stringify(cursor)),
    /** Everything is to be fetched again, from the beginning. */
    beginFresh: (): void => void begin.run(),
    /** The staged rows are applied, and the commands of this client up to a sequence with them. */
    applied: (cursor: Cursor, client: string, ackedSeq: number): void =>
      void apply.run(JSON.stringify(cursor), client, ackedSeq),
  };
}
