import type { Command } from '../../../../src-shared/command/envelope.ts';
import type { CommandResult, OutcomeName, RefusalData } from '../../../../src-shared/command/outcome.ts';
import type { Database } from '../open.ts';

/** What the centre has said to one command. */
export interface Receipt {
  readonly command: Command;
  readonly outcome: OutcomeName;
  readonly code: string | null;
  readonly data: RefusalData | null;
  readonly version: number;
  readonly ordinal: number;
  /** When its confirmation arrived here. */
  readonly confirmedAt: string;
}

interface ReceiptRow extends Omit<Receipt, 'command' | 'outcome' | 'data'> {
  body: string;
  outcome: string;
  data: string | null;
}

/** Commands the centre has decided; kept because a restored server may ask for them again (sync specification 1.9, A2). */
export function acknowledgedStore(db: Database) {
  const add = db.prepare(
    `INSERT INTO acknowledged (client, seq, id, kind, actor, body, hash, outcome, code, data, epoch, version, ordinal, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const effective = "outcome IN ('applied', 'merged', 'conflicted')";
  const ofClientAfter = db
    .prepare<[string, number], string>(
      `SELECT body FROM acknowledged WHERE client = ? AND seq > ? AND ${effective} ORDER BY n`,
    )
    .pluck();
  const all = db.prepare<[], string>(`SELECT body FROM acknowledged WHERE ${effective} ORDER BY n`).pluck();
  const byId = db.prepare<[string], number>('SELECT 1 FROM acknowledged WHERE id = ?').pluck();
  const lastSeqAt = db
    .prepare<[string, string, number], number | null>(
      'SELECT max(seq) FROM acknowledged WHERE client = ? AND epoch = ? AND version <= ?',
    )
    .pluck();
  const hash = db
    .prepare<[string, number], string>('SELECT hash FROM acknowledged WHERE client = ? AND seq = ?')
    .pluck();

  const receipt = db.prepare<[string], ReceiptRow>(
    'SELECT body, outcome, code, data, version, ordinal, at AS confirmedAt FROM acknowledged WHERE id = ?',
  );

  return {
    add(command: Command, result: CommandResult, epoch: string, at: string): void {
      const { client, seq, id, kind, actor } = command;
      const { outcome, code, version, ordinal } = result;
      const data = result.data === null ? null : JSON.stringify(result.data);
      const body = JSON.stringify(command);
      add.run(
        client,
        seq,
        id,
        kind,
        actor,
        body,
        command.hash,
        outcome,
        code,
        data,
        epoch,
        version,
        ordinal,
        at,
      );
    },
    /** Commands with an effect that the records may not hold yet, in the order of their confirmation. */
    effectiveAfter: (client: string, seq: number): Command[] =>
      ofClientAfter.all(client, seq).map((body) => JSON.parse(body) as Command),
    /** Every kept command with an effect: what can be shown of one's own work while the records are lost. */
    allEffective: (): Command[] => all.all().map((body) => JSON.parse(body) as Command),
    has: (id: string): boolean => byId.get(id) !== undefined,
    /** The centre's receipt for a command given here; null when it was not given here, or not confirmed. */
    receiptOf(id: string): Receipt | null {
      const row = receipt.get(id);
      if (row === undefined) return null;
      const { body, data, outcome, ...rest } = row;
      return {
        ...rest,
        command: JSON.parse(body) as Command,
        outcome: outcome as OutcomeName,
        data: data === null ? null : (JSON.parse(data) as RefusalData),
      };
    },
    /** The last of a client's commands that the centre decided at or before a version of its present life; 0 for none. */
    lastSeqAt: (client: string, epoch: string, version: number): number =>
      lastSeqAt.get(client, epoch, version) ?? 0,
    hashAt: (client: string, seq: number): string | null => hash.get(client, seq) ?? null,
  };
}
