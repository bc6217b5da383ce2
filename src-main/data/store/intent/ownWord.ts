import type { Database } from '../open.ts';

/** Words that count as rightly spelled on this workstation, in one spelling each. Never leave it. */
export function ownWordStore(db: Database) {
  const add = db.prepare('INSERT INTO own_word (word, added_by, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const remove = db.prepare('DELETE FROM own_word WHERE word = ?');
  const all = db.prepare<[], string>('SELECT word FROM own_word ORDER BY word').pluck();

  return {
    add: (word: string, operator: string, at: string): void => void add.run(word, operator, at),
    remove: (word: string): void => void remove.run(word),
    all: (): string[] => all.all(),
  };
}
