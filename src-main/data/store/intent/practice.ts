import { z } from 'zod';
import { Instant } from '../../../../src-shared/clock.ts';
import type { PracticeResult } from '../../../../src-shared/practice/model.ts';
import type { Database } from '../open.ts';

/** What was done in a practice, counted at its end while all of it still waited. */
export const PracticeFacts = z.object({
  /** Last sequence issued in it; once that is confirmed, everything has arrived. */
  lastSeq: z.int(),
  calls: z.int(),
  consultations: z.int(),
  appeals: z.int(),
  waiting: z.int(),
  setAside: z.int(),
  numbersFree: z.int(),
});
export type PracticeFacts = z.infer<typeof PracticeFacts>;

/** A practice this workstation is in. */
export interface RunningPractice {
  readonly id: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
  /** First sequence issued in it. */
  readonly firstSeq: number;
}

/** A practice that is over here and not yet told of. */
export interface EndedPractice {
  readonly id: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
  readonly end: PracticeResult['end'];
  readonly facts: PracticeFacts;
}

const EndedRow = z.object({
  id: z.string(),
  began_at: Instant,
  ended_at: Instant,
  ending: z.enum(['time', 'left', 'called_off']),
  facts: z.string(),
});

/** Practised outages of this workstation. Kept for ever: one that was left is not entered again. */
export function practiceStore(db: Database) {
  const running = db.prepare<[], RunningPractice>(
    `SELECT id, began_at AS beganAt, ends_at AS endsAt, first_seq AS firstSeq FROM practice WHERE ended_at IS NULL`,
  );
  const knows = db.prepare<[string], number>('SELECT count(*) FROM practice WHERE id = ?').pluck();
  const begin = db.prepare('INSERT INTO practice (id, began_at, ends_at, first_seq) VALUES (?, ?, ?, ?)');
  const end = db.prepare('UPDATE practice SET ended_at = ?, ending = ?, facts = ? WHERE id = ?');
  const untold = db.prepare(
    'SELECT * FROM practice WHERE ended_at IS NOT NULL AND told = 0 ORDER BY began_at',
  );
  const tell = db.prepare('UPDATE practice SET told = 1 WHERE id = ?');
  const kinds = db.prepare<[number], { kind: string; count: number }>(
    'SELECT kind, count(*) AS count FROM outbox WHERE seq >= ? GROUP BY kind',
  );

  return {
    /** The practice that goes on; null outside of one. */
    running: (): RunningPractice | null => running.get() ?? null,
    knows: (id: string): boolean => knows.get(id) === 1,
    begin: ({ id, beganAt, endsAt, firstSeq }: RunningPractice): void =>
      void begin.run(id, beganAt, endsAt, firstSeq),
    end(id: string, endedAt: Instant, ending: PracticeResult['end'], facts: PracticeFacts): void {
      end.run(endedAt, ending, JSON.stringify(facts), id);
    },
    /** Practices that are over and whose result the centre has not been told, oldest first. */
    untold: (): EndedPractice[] =>
      untold.all().map((row) => {
        const { id, began_at, ended_at, ending, facts } = EndedRow.parse(row);
        const counted = PracticeFacts.parse(JSON.parse(facts));
        return { id, beganAt: began_at, endedAt: ended_at, end: ending, facts: counted };
      }),
    /** Its result is in the outbox, or never can be. */
    noteTold: (id: string): void => void tell.run(id),
    /** How many waiting commands of each kind were issued from a sequence on. */
    issuedSince: (seq: number): ReadonlyMap<string, number> =>
      new Map(kinds.all(seq).map(({ kind, count }) => [kind, count])),
  };
}
