import type { Command } from '../../../../src-shared/command/envelope.ts';
import type { CommandResult } from '../../../../src-shared/command/outcome.ts';
import type { Database } from '../open.ts';

/** Work of one other workstation that was brought here by a file. */
export interface ParcelCounts {
  readonly source: string;
  readonly takenAt: string;
  readonly waiting: number;
  readonly delivered: number;
  readonly stopped: number;
  readonly code: string | null;
}

/** Commands of other workstations, kept until the centre has decided them. */
export function parcelStore(db: Database) {
  const add = db.prepare(
    `INSERT INTO parcel (client, seq, id, body, hash, source, state, taken_at) VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)
     ON CONFLICT DO NOTHING`,
  );
  const known = db.prepare<[string, number, string], { client: string; seq: number; hash: string }>(
    'SELECT client, seq, hash FROM parcel WHERE (client = ? AND seq = ?) OR id = ?',
  );
  const again = db.prepare(
    "UPDATE parcel SET state = 'waiting', code = NULL WHERE client = ? AND state = 'stopped'",
  );
  const next = db.prepare<[number], { body: string }>(
    `SELECT body FROM parcel WHERE state = 'waiting' AND client =
       (SELECT client FROM parcel WHERE state = 'waiting' ORDER BY taken_at, client LIMIT 1) ORDER BY seq LIMIT ?`,
  );
  const settle = db.prepare(
    "UPDATE parcel SET state = 'delivered', outcome = ?, code = ?, settled_at = ? WHERE client = ? AND seq = ?",
  );
  const stop = db.prepare(
    "UPDATE parcel SET state = 'stopped', code = ? WHERE client = ? AND state = 'waiting'",
  );
  const waiting = db.prepare<[], number>("SELECT count(*) FROM parcel WHERE state = 'waiting'").pluck();
  const undelivered = db.prepare<[], { body: string }>(
    "SELECT body FROM parcel WHERE state <> 'delivered' ORDER BY client, seq",
  );
  const counts = db.prepare<[], ParcelCounts>(
    `SELECT source, max(taken_at) AS takenAt, sum(state = 'waiting') AS waiting, sum(state = 'delivered') AS delivered,
       sum(state = 'stopped') AS stopped, max(CASE WHEN state = 'stopped' THEN code END) AS code
     FROM parcel GROUP BY source ORDER BY takenAt DESC LIMIT 50`,
  );

  return {
    /** What is known under the place or the id of a command; empty for a new one. */
    known: ({ client, seq, id }: Command) => known.all(client, seq, id),
    add: (command: Command, source: string, at: string): void =>
      void add.run(
        command.client,
        command.seq,
        command.id,
        JSON.stringify(command),
        command.hash,
        source,
        at,
      ),
    /** A file brought again tries again what had stopped. */
    tryAgain: (client: string): void => void again.run(client),
    /** The next commands to be handed over: of one client, in sequence. */
    next: (limit: number): Command[] => next.all(limit).map(({ body }) => JSON.parse(body) as Command),
    settle: (client: string, { seq, outcome, code }: CommandResult, at: string): void =>
      void settle.run(outcome, code, at, client, seq),
    /** Nothing more of a client is handed over until somebody helps. */
    stop: (client: string, code: string): void => void stop.run(code, client),
    waiting: (): number => waiting.get() ?? 0,
    /** What the centre has not decided, client by client, in sequence. */
    undelivered: (): Command[] => undelivered.all().map(({ body }) => JSON.parse(body) as Command),
    counts: (): ParcelCounts[] => counts.all(),
  };
}
