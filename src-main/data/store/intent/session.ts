import type { GrantId } from '../../../../src-shared/brand.ts';
import type { Operator } from '../../../../src-shared/operator/model.ts';
import type { Database } from '../open.ts';

/** Who is signed in. */
export interface Session {
  readonly login: string;
  readonly operator: Operator;
  readonly grant: GrantId;
  /** True when this workstation alone let the operator in. */
  readonly offline: boolean;
  readonly since: string;
}

/** An operator who signed in here before, with what is needed to do so while the centre is away. */
export interface KnownOperator {
  readonly login: string;
  readonly operator: Operator;
  readonly grant: GrantId;
  readonly offlineUntil: string;
  readonly verifier: string;
  readonly failures: number;
  readonly lastFailureMs: number;
}

interface SessionRow {
  login: string;
  operator: string;
  grant_id: string;
  offline: number;
  since: string;
  last_activity_ms: number;
}

interface KnownRow {
  login: string;
  operator: string;
  grant_id: string;
  offline_until: string;
  verifier: string;
  failures: number;
  last_failure_ms: number;
}

/** The session and the operators known here. */
export function sessionStore(db: Database) {
  const get = db.prepare<[], SessionRow>('SELECT * FROM session');
  const put = db.prepare(
    `INSERT INTO session (only, login, operator, grant_id, offline, since, last_activity_ms)
     VALUES (1, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (only) DO UPDATE SET login = excluded.login, operator = excluded.operator, grant_id = excluded.grant_id,
       offline = excluded.offline, since = excluded.since, last_activity_ms = excluded.last_activity_ms`,
  );
  const clear = db.prepare('DELETE FROM session');
  const touch = db.prepare('UPDATE session SET last_activity_ms = ?');
  const allKnown = db.prepare<[], KnownRow>('SELECT * FROM known_operator ORDER BY at DESC, login');
  const known = db.prepare<[string], KnownRow>('SELECT * FROM known_operator WHERE login = ?');
  const byId = db.prepare<[string], string>('SELECT operator FROM known_operator WHERE id = ?').pluck();
  const putKnown = db.prepare(
    `INSERT INTO known_operator (login, id, operator, grant_id, offline_until, verifier, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (login) DO UPDATE SET id = excluded.id, operator = excluded.operator, grant_id = excluded.grant_id,
       offline_until = excluded.offline_until, verifier = excluded.verifier, failures = 0, at = excluded.at`,
  );
  const fail = db.prepare(
    'UPDATE known_operator SET failures = failures + 1, last_failure_ms = ? WHERE login = ?',
  );
  const forgive = db.prepare('UPDATE known_operator SET failures = 0 WHERE login = ?');
  const expire = db.prepare(
    "UPDATE known_operator SET offline_until = '1970-01-01T00:00:00.000Z' WHERE login = ?",
  );

  return {
    get(): (Session & { readonly lastActivityMs: number }) | null {
      const row = get.get();
      if (row === undefined) return null;
      return {
        login: row.login,
        operator: JSON.parse(row.operator) as Operator,
        grant: row.grant_id as GrantId,
        offline: row.offline === 1,
        since: row.since,
        lastActivityMs: row.last_activity_ms,
      };
    },
    put(session: Session, nowMs: number): void {
      const { login, operator, grant, offline, since } = session;
      put.run(login, JSON.stringify(operator), grant, offline ? 1 : 0, since, nowMs);
    },
    clear: (): void => void clear.run(),
    /** Notes that the operator is at work. */
    touch: (nowMs: number): void => void touch.run(nowMs),
    /** Operators known here, the last one to sign in first. */
    known: (): KnownOperator[] => allKnown.all().map(knownOf),
    knownByLogin(login: string): KnownOperator | null {
      const row = known.get(login);
      return row === undefined ? null : knownOf(row);
    },
    /** The public record of an operator who signed in here, for predictions made before the first download. */
    operatorById(id: string): Operator | null {
      const operator = byId.get(id);
      return operator === undefined ? null : (JSON.parse(operator) as Operator);
    },
    putKnown(entry: Omit<KnownOperator, 'failures' | 'lastFailureMs'>, at: string): void {
      const { login, operator, grant, offlineUntil, verifier } = entry;
      putKnown.run(login, operator.id, JSON.stringify(operator), grant, offlineUntil, verifier, at);
    },
    noteFailure: (login: string, nowMs: number): void => void fail.run(nowMs, login),
    forgive: (login: string): void => void forgive.run(login),
    /** Ends offline sign-in of an account that the centre no longer lets in; what it did stays. */
    expire: (login: string): void => void expire.run(login),
  };
}

function knownOf(row: KnownRow): KnownOperator {
  return {
    login: row.login,
    operator: JSON.parse(row.operator) as Operator,
    grant: row.grant_id as GrantId,
    offlineUntil: row.offline_until,
    verifier: row.verifier,
    failures: row.failures,
    lastFailureMs: row.last_failure_ms,
  };
}
