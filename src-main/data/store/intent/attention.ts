import type { Command } from '../../../../src-shared/command/envelope.ts';
import type { OutcomeName, RefusalData } from '../../../../src-shared/command/outcome.ts';
import type { Database } from '../open.ts';

/** Why a command needs a person. `predicted`: this workstation's own rules already say no, the centre has not yet judged. */
export type AttentionReason = OutcomeName | 'predicted';

/** A command that needs a person, whole. */
export interface AttentionEntry {
  readonly command: Command;
  readonly reason: AttentionReason;
  readonly code: string | null;
  readonly data: RefusalData | null;
  readonly at: string;
}

interface Row {
  body: string;
  reason: string;
  code: string | null;
  data: string | null;
  at: string;
}

/** What the centre could not accept, or what it will probably not. Dismissing hides an entry; nothing is ever deleted. */
export function attentionStore(db: Database) {
  const put = db.prepare(
    `INSERT INTO attention (command, reason, code, data, body, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (command) DO UPDATE SET reason = excluded.reason, code = excluded.code, data = excluded.data,
       at = excluded.at, dismissed = 0
     WHERE attention.reason <> excluded.reason AND excluded.reason <> 'predicted'`,
  );
  const open = db.prepare<[], Row>(
    'SELECT body, reason, code, data, at FROM attention WHERE dismissed = 0 ORDER BY at, command',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM attention WHERE dismissed = 0').pluck();
  const dismiss = db.prepare('UPDATE attention SET dismissed = 1 WHERE command = ?');
  const openIds = db.prepare<[], string>('SELECT command FROM attention WHERE dismissed = 0').pluck();
  const one = db.prepare<[string], Row>(
    'SELECT body, reason, code, data, at FROM attention WHERE command = ?',
  );
  const refusals = db.prepare<[string, string], Row>(
    `SELECT a.body, a.reason, a.code, a.data, a.at FROM touched t JOIN attention a ON a.command = t.command
     WHERE t.type = ? AND t.id = ? AND a.dismissed = 0 AND a.reason IN ('refused', 'quarantined') ORDER BY a.at DESC`,
  );
  const predicted = db
    .prepare<[], string>("SELECT command FROM attention WHERE reason = 'predicted'")
    .pluck();
  const withdraw = db.prepare("DELETE FROM attention WHERE command = ? AND reason = 'predicted'");

  return {
    put(entry: AttentionEntry): void {
      const data = entry.data === null ? null : JSON.stringify(entry.data);
      put.run(entry.command.id, entry.reason, entry.code, data, JSON.stringify(entry.command), entry.at);
    },
    /** Entries nobody has dismissed, oldest first. */
    open: (): AttentionEntry[] => open.all().map(entryOf),
    count: (): number => count.get() ?? 0,
    dismiss: (command: string): void => void dismiss.run(command),
    /** Commands of the entries nobody has dismissed. */
    openIds: (): string[] => openIds.all(),
    get(command: string): AttentionEntry | null {
      const row = one.get(command);
      return row === undefined ? null : entryOf(row);
    },
    /** Judgements of the centre against changes of this record that nobody has dismissed, the last one first. */
    refusalsOf: (type: string, id: string): AttentionEntry[] => refusals.all(type, id).map(entryOf),
    hasPredicted: (): boolean => predicted.get() !== undefined,
    /** Takes back predictions that no longer hold: the command itself is in the outbox or decided. */
    keepPredicted(still: ReadonlySet<string>): void {
      for (const command of predicted.all()) if (!still.has(command)) withdraw.run(command);
    },
  };
}

function entryOf(row: Row): AttentionEntry {
  return {
    command: JSON.parse(row.body) as Command,
    reason: row.reason as AttentionReason,
    code: row.code,
    data: row.data === null ? null : (JSON.parse(row.data) as RefusalData),
    at: row.at,
  };
}
