import type { Database } from '../open.ts';

/** Records that left the region while own work on them had yet to be judged: in view, as last known, until it is. */
export function departedStore(db: Database) {
  const put = db.prepare('INSERT INTO departed (type, id, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const has = db
    .prepare<[string, string], number>('SELECT 1 FROM departed WHERE type = ? AND id = ?')
    .pluck();
  const all = db.prepare<[], { type: string; id: string }>('SELECT type, id FROM departed');
  const remove = db.prepare('DELETE FROM departed WHERE type = ? AND id = ?');
  return {
    put: (type: string, id: string, reason: string): void => void put.run(type, id, reason),
    has: (type: string, id: string): boolean => has.get(type, id) !== undefined,
    all: (): { type: string; id: string }[] => all.all(),
    remove: (type: string, id: string): void => void remove.run(type, id),
  };
}
