import type { z } from 'zod';
import type { SubmitOutput } from '../../../../src-shared/command/queries.ts';
import type { Database } from '../open.ts';

/** What an act of an operator has brought, so that a repeat of it gets the same answer instead of doing it again. */
export function actionStore(db: Database) {
  const get = db.prepare<[string], string>('SELECT result FROM action WHERE id = ?').pluck();
  const put = db.prepare('INSERT INTO action (id, result, at) VALUES (?, ?, ?)');
  const prune = db.prepare('DELETE FROM action WHERE at < ?');

  return {
    get(id: string): z.infer<typeof SubmitOutput> | null {
      const result = get.get(id);
      return result === undefined ? null : (JSON.parse(result) as z.infer<typeof SubmitOutput>);
    },
    put: (id: string, result: z.infer<typeof SubmitOutput>, at: string): void =>
      void put.run(id, JSON.stringify(result), at),
    /** Forgets acts older than an instant: no window repeats an act for weeks. */
    prune: (before: string): void => void prune.run(before),
  };
}
