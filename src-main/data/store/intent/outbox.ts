import type { GrantId, OperatorId } from '../../../../src-shared/brand.ts';
import type { Command } from '../../../../src-shared/command/envelope.ts';
import type { RecordRef } from '../../../../src-shared/record/model.ts';
import type { WaitingCommand } from '../journal/entry.ts';
import type { Database } from '../open.ts';
import type { ChangeNotes } from './changes.ts';

/** A command waiting for the centre. */
export interface OutboxEntry {
  readonly command: Command;
  readonly action: string;
  /** Too large for the way to the centre: a stand-in goes in its place. */
  readonly withheld: boolean;
  /** Its bytes have left this workstation: they never change again. */
  readonly sent: boolean;
}

interface Row {
  body: string;
  action: string;
  withheld: number;
  sent: number;
}

interface WholeRow {
  body: string;
  action: string;
  at: string;
}

/** Commands not yet confirmed by the centre, in sequence. @param notes told of every change, for the second journal */
export function outboxStore(db: Database, notes: ChangeNotes) {
  const add = db.prepare(
    'INSERT INTO outbox (seq, id, kind, actor, action, body, hash, at, sent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const touch = db.prepare('INSERT INTO touched (type, id, command) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const untouch = db.prepare('DELETE FROM touched WHERE command = ?');
  const after = db.prepare<[number, number], Row>(
    'SELECT body, action, withheld, sent FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const bySeq = db.prepare<[number], Row>('SELECT body, action, withheld, sent FROM outbox WHERE seq = ?');
  const remove = db.prepare('DELETE FROM outbox WHERE seq = ?');
  const clear = db.prepare('DELETE FROM outbox');
  const markSent = db.prepare('UPDATE outbox SET sent = 1 WHERE seq BETWEEN ? AND ? AND sent = 0');
  const unmeasured = db
    .prepare<[], string>(
      "SELECT body FROM outbox WHERE sent = 0 AND json_extract(body, '$.at.offsetMs') IS NULL ORDER BY seq",
    )
    .pluck();
  const restamp = db.prepare('UPDATE outbox SET body = ?, hash = ? WHERE seq = ? AND sent = 0');
  const grants = db.prepare<[], { id: GrantId; operator: OperatorId }>(
    `SELECT DISTINCT json_extract(body, '$.grant') AS id, json_extract(body, '$.actor') AS operator FROM outbox`,
  );
  const withhold = db.prepare('UPDATE outbox SET withheld = 1 WHERE seq = ?');
  const first = db.prepare<[], number | null>('SELECT min(seq) FROM outbox').pluck();
  const waiting = db.prepare<[], { count: number; oldest: string | null }>(
    'SELECT count(*) AS count, (SELECT at FROM outbox ORDER BY seq LIMIT 1) AS oldest FROM outbox',
  );
  const whole = db.prepare<[], WholeRow>('SELECT body, action, at FROM outbox ORDER BY seq');
  const wholeBySeq = db.prepare<[number], WholeRow>('SELECT body, action, at FROM outbox WHERE seq = ?');
  const touchedBy = db.prepare<[string], RecordRef>(
    'SELECT type, id FROM touched WHERE command = ? ORDER BY type, id',
  );
  const byId = db.prepare<[string], number>('SELECT 1 FROM outbox WHERE id = ?').pluck();
  const seqsOf = db
    .prepare<[string, string], number>(
      'SELECT o.seq FROM touched t JOIN outbox o ON o.id = t.command WHERE t.type = ? AND t.id = ?',
    )
    .pluck();

  function insert(command: Command, action: string, at: string, sent: boolean): void {
    add.run(
      command.seq,
      command.id,
      command.kind,
      command.actor,
      action,
      JSON.stringify(command),
      command.hash,
      at,
      sent ? 1 : 0,
    );
  }

  function wholeOf({ body, action, at }: WholeRow): WaitingCommand {
    const command = JSON.parse(body) as Command;
    return { command, action, at, touches: touchedBy.all(command.id) };
  }

  return {
    /** Stores a command with the records it changes; only inside the transaction that took its sequence number. */
    add(command: Command, action: string, touches: readonly RecordRef[], at: string): void {
      insert(command, action, at, false);
      for (const ref of touches) touch.run(ref.type, ref.id, command.id);
      notes.added({ command, action, at, touches: [...touches] });
    },
    has: (id: string): boolean => byId.get(id) !== undefined,
    /** Everything that waits, whole, in sequence. */
    all: (): WaitingCommand[] => whole.all().map(wholeOf),
    /** At most `limit` entries behind a sequence number, in order. */
    after: (seq: number, limit: number): OutboxEntry[] => after.all(seq, limit).map(entryOf),
    bySeq(seq: number): OutboxEntry | null {
      const row = bySeq.get(seq);
      return row === undefined ? null : entryOf(row);
    },
    /** Takes a confirmed command out; its traces on records go too unless a person must look at it. */
    remove(command: Command, keepTouched: boolean): void {
      remove.run(command.seq);
      notes.settled(command);
      if (!keepTouched) untouch.run(command.id);
    },
    /** Gives every entry the sequence of a new client. Ids stay, so the centre knows commands it has already decided. */
    replaceAll(entries: readonly OutboxEntry[], atOf: (entry: OutboxEntry) => string): void {
      clear.run();
      for (const entry of entries) insert(entry.command, entry.action, atOf(entry), entry.sent);
      notes.replaced();
    },
    /** Before bytes leave: from here on these commands never change. */
    markSent: (from: number, to: number): void => void markSent.run(from, to),
    /** Commands never sent and given while nothing was known of the clock. */
    unmeasured: (): Command[] => unmeasured.all().map((body) => JSON.parse(body) as Command),
    /** Gives a command that was never sent its corrected time. */
    restamp(command: Command): void {
      restamp.run(JSON.stringify(command), command.hash, command.seq);
      const row = wholeBySeq.get(command.seq);
      if (row !== undefined) notes.changed(wholeOf(row));
    },
    /** Sign-ins under which waiting commands were given. */
    grants: (): { id: GrantId; operator: OperatorId }[] => grants.all(),
    withhold: (seq: number): void => void withhold.run(seq),
    /** Lowest sequence not yet confirmed; null when nothing waits. */
    firstSeq: (): number | null => first.get() ?? null,
    waiting: (): { readonly count: number; readonly oldest: string | null } =>
      waiting.get() ?? { count: 0, oldest: null },
    /** Sequences of waiting commands that change a record. */
    seqsTouching: (type: string, id: string): number[] => seqsOf.all(type, id),
  };
}

function entryOf(row: Row): OutboxEntry {
  const command = JSON.parse(row.body) as Command;
  return { command, action: row.action, withheld: row.withheld === 1, sent: row.sent === 1 };
}

/** The highest sequence a client knows to be confirmed: everything below the first waiting one. */
export function acknowledgedSeq(outbox: ReturnType<typeof outboxStore>, nextSeq: number): number {
  return (outbox.firstSeq() ?? nextSeq) - 1;
}
