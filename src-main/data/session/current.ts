import type { Desk } from '../desk.ts';
import type { Session } from '../store/intent/session.ts';

/** A session goes on over a restart when the operator was active this recently, in milliseconds (decision 0008). */
const SURVIVES_MS = 10 * 60_000;
/** Activity is noted at most this often, in milliseconds; each draft and each act note it too. */
const HEARTBEAT_MS = 15_000;

/** Who is signed in on this workstation. */
export interface CurrentSession {
  get(): Session | null;
  /** Takes over a session that has just been stored. */
  begin(session: Session): void;
  /** Signs out. Everything stays: drafts, waiting commands, records. */
  end(): void;
  /** The operator did something. */
  noteActivity(): void;
}

/** Goes on with the session of the last run if its operator was active within the last ten minutes; else ends it. */
export function resumeSession(desk: Desk): CurrentSession {
  const { session: store } = desk.stores.intent;
  const stored = store.get();
  let current: Session | null = null;
  if (stored !== null) {
    const { lastActivityMs, ...session } = stored;
    // A clock set back must not prolong it: the distance counts in either direction.
    if (Math.abs(desk.time.wallMs() - lastActivityMs) < SURVIVES_MS) current = session;
    else store.clear();
  }
  let notedMono = Number.NEGATIVE_INFINITY;

  return {
    get: () => current,
    begin(session) {
      current = session;
    },
    end() {
      store.clear();
      current = null;
    },
    noteActivity() {
      const now = desk.time.monoMs();
      if (current === null || now - notedMono < HEARTBEAT_MS) return;
      store.touch(desk.time.wallMs());
      notedMono = now;
    },
  };
}
