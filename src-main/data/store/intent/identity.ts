import type { ClientId } from '../../../../src-shared/brand.ts';
import type { UnsentLimits } from '../../../../src-shared/sync/unsent.ts';
import { Installation } from '../installation.ts';
import type { Database } from '../open.ts';

/** The client this database is, and how far its sequence has got. */
export interface Identity {
  readonly client: ClientId;
  readonly nextSeq: number;
  readonly epoch: string | null;
  /** Wall clock minus server time at the last exchange, in milliseconds; null before the first. */
  readonly offsetMs: number | null;
  /** Latest server time ever seen, in milliseconds since 1970; a clock set back does not set it back. */
  readonly serverMs: number;
  /** Protocol the server last spoke; 1 until it has said more. */
  readonly protocol: number;
  /** Up to where a verified backup of the centre exists; `epoch` null before the first was told. */
  readonly durable: { readonly epoch: string | null; readonly version: number };
  /** Life of the centre that was told everything kept, and the version at which all of it was decided; 0 while that is not known. */
  readonly repushed: { readonly epoch: string | null; readonly version: number };
  /** How old unsent work may be before it is pointed out, as the centre set it. */
  readonly limits: UnsentLimits;
  /** Last complete exchange, also of a run before. */
  readonly lastSuccessAt: string | null;
}

interface Row {
  client: string;
  next_seq: number;
  epoch: string | null;
  offset_ms: number | null;
  server_ms: number;
  protocol: number;
  durable_epoch: string | null;
  durable_version: number;
  repushed_epoch: string | null;
  repushed_version: number;
  calm_minutes: number;
  warn_minutes: number;
  last_success_at: string | null;
}

/** The one row that says which client this database is. */
export function identityStore(db: Database) {
  const get = db.prepare<[], Row>(
    `SELECT client, next_seq, epoch, offset_ms, server_ms, protocol, durable_epoch, durable_version, repushed_epoch,
       repushed_version, calm_minutes, warn_minutes, last_success_at FROM identity`,
  );
  const create = db.prepare(
    'INSERT INTO identity (only, client, next_seq, clean_exit) VALUES (1, ?, 1, 1) ON CONFLICT (only) DO NOTHING',
  );
  const takeSeq = db
    .prepare<[], number>('UPDATE identity SET next_seq = next_seq + 1 RETURNING next_seq - 1')
    .pluck();
  const fork = db.prepare('UPDATE identity SET client = ?, next_seq = ?');
  const epoch = db.prepare('UPDATE identity SET epoch = ? WHERE epoch IS NOT ?');
  const clock = db.prepare('UPDATE identity SET offset_ms = ?, server_ms = max(server_ms, ?)');
  const protocol = db.prepare('UPDATE identity SET protocol = ? WHERE protocol <> ?');
  const durable = db.prepare('UPDATE identity SET durable_epoch = ?, durable_version = ?');
  const repushed = db.prepare('UPDATE identity SET repushed_epoch = ?, repushed_version = 0');
  const repushedAt = db.prepare('UPDATE identity SET repushed_version = ?');
  const limits = db.prepare(
    'UPDATE identity SET calm_minutes = @calmMinutes, warn_minutes = @warnMinutes WHERE calm_minutes <> @calmMinutes OR warn_minutes <> @warnMinutes',
  );
  const success = db.prepare('UPDATE identity SET last_success_at = ?');
  const installation = db.prepare<[], string | null>('SELECT installation FROM identity').pluck();
  const setInstallation = db.prepare('UPDATE identity SET installation = ?');
  const exit = db.prepare('UPDATE identity SET clean_exit = ?');
  const cleanExit = db.prepare<[], number>('SELECT clean_exit FROM identity').pluck();

  return {
    /** Makes the row on the very first start. */
    create: (client: ClientId): void => void create.run(client),
    get(): Identity {
      const row = get.get();
      if (row === undefined) throw new Error('intent.db has no identity');
      return {
        client: row.client as ClientId,
        nextSeq: row.next_seq,
        epoch: row.epoch,
        offsetMs: row.offset_ms,
        serverMs: row.server_ms,
        protocol: row.protocol,
        durable: { epoch: row.durable_epoch, version: row.durable_version },
        repushed: { epoch: row.repushed_epoch, version: row.repushed_version },
        limits: { calmMinutes: row.calm_minutes, warnMinutes: row.warn_minutes },
        lastSuccessAt: row.last_success_at,
      };
    },
    /** The next sequence number; only inside the transaction that stores the command. */
    takeSeq(): number {
      const seq = takeSeq.get();
      if (seq === undefined) throw new Error('intent.db has no identity');
      return seq;
    },
    /** Begins a new life: another client, its sequence going on at `nextSeq`. */
    fork: (client: ClientId, nextSeq: number): void => void fork.run(client, nextSeq),
    setEpoch: (value: string): void => void epoch.run(value, value),
    setClock: (offsetMs: number, serverMs: number): void => void clock.run(offsetMs, serverMs),
    setProtocol: (version: number): void => void protocol.run(version, version),
    setDurable: (at: string, version: number): void => void durable.run(at, version),
    /** Everything kept was told to this life of the centre. */
    setRepushed: (at: string): void => void repushed.run(at),
    /** All of it was decided at this version at the latest. */
    setRepushedVersion: (version: number): void => void repushedAt.run(version),
    setLimits: (given: UnsentLimits): void => void limits.run(given),
    setLastSuccess: (at: string): void => void success.run(at),
    /** The folder this database has lived in; null before it was noted. */
    installation(): Installation | null {
      const text = installation.get();
      return text === undefined || text === null ? null : Installation.parse(JSON.parse(text));
    },
    setInstallation: (value: Installation): void => void setInstallation.run(JSON.stringify(value)),
    /** Whether the last run ended in order. */
    exitedCleanly: (): boolean => cleanExit.get() === 1,
    setExit: (clean: boolean): void => void exit.run(clean ? 1 : 0),
  };
}
