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

/** A confirmed command as a restored server is told of it: whole, with the place and the outcome it had. */
export interface KeptCommand {
  /** Place in the order of confirmation. */
  readonly n: number;
  readonly command: Command;
  readonly epoch: string;
  readonly version: number;
  readonly ordinal: number;
  readonly outcome: OutcomeName;
  readonly code: string | null;
}

interface KeptRow extends Omit<KeptCommand, 'command' | 'outcome'> {
  body: string;
  outcome: string;
}

/** What a verified backup of the centre covers. */
export interface Covered {
  /** The present client: its last command stays whole, it proves that this is the database the centre knows. */
  readonly client: string;
  /** Only what was confirmed before this instant. */
  readonly before: string;
  readonly epoch: string;
  readonly version: number;
  /** Whether that is so for everything decided in earlier lives of the centre too. */
  readonly coversEarlier: boolean;
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
  const effective = "stripped = 0 AND outcome IN ('applied', 'merged', 'conflicted')";
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

  const kept = db.prepare<{ after: number; client: string; from: number; limit: number }, KeptRow>(
    `SELECT n, body, epoch, version, ordinal, outcome, code FROM acknowledged
     WHERE n > @after AND stripped = 0 AND (client <> @client OR seq >= @from) ORDER BY n LIMIT @limit`,
  );
  const strip = db.prepare(
    `UPDATE acknowledged SET stripped = 1, body = json_set(body, '$.payload', json('{}'), '$.base', NULL)
     WHERE stripped = 0 AND at < @before AND NOT (client = @client AND seq = @lastSeq)
       AND ((epoch = @epoch AND version <= @version) OR (epoch <> @epoch AND @coversEarlier))`,
  );
  const lastSeq = db
    .prepare<[string], number | null>('SELECT max(seq) FROM acknowledged WHERE client = ?')
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
    /** Kept commands behind a place, of earlier clients all, of the present one from a sequence on. */
    keptAfter: (n: number, present: { client: string; from: number }, limit: number): KeptCommand[] =>
      kept.all({ after: n, ...present, limit }).map(({ body, outcome, ...row }) => ({
        ...row,
        command: JSON.parse(body) as Command,
        outcome: outcome as OutcomeName,
      })),
    /** Forgets the content of covered commands; their receipts stay. @returns how many */
    strip: ({ coversEarlier, ...covered }: Covered): number =>
      strip.run({
        ...covered,
        lastSeq: lastSeq.get(covered.client) ?? 0,
        coversEarlier: coversEarlier ? 1 : 0,
      }).changes,
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
