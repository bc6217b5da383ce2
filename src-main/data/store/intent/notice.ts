import type { Database } from '../open.ts';

/** Which notices an operator has seen on this workstation. */
export function noticeStore(db: Database) {
  const see = db.prepare(
    'INSERT INTO notice_seen (operator, command, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const seen = db
    .prepare<[string, string], number>('SELECT 1 FROM notice_seen WHERE operator = ? AND command = ?')
    .pluck();

  return {
    see: (operator: string, command: string, at: string): void => void see.run(operator, command, at),
    hasSeen: (operator: string, command: string): boolean => seen.get(operator, command) !== undefined,
  };
}
