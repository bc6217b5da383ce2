import { legalDay, yearOf } from '../../../src-shared/clock.ts';
import type { SyncStatus } from '../../../src-shared/sync/status.ts';
import type { Desk } from '../desk.ts';
import { countAttention } from '../query/attention.ts';
import type { Trouble } from './trouble.ts';

type StateName = SyncStatus['state'];

/** The last success is kept on disk at most this often, in milliseconds: a commit an exchange would be too many. */
const KEEP_SUCCESS_MS = 60_000;

/** What the status bar is told, kept true: counts are read from the stores each time, never counted along. */
export interface SyncState {
  get(): SyncStatus;
  set(state: StateName, trouble: Trouble | null): void;
  /** A complete exchange has just ended. */
  succeeded(): void;
  setNextAttempt(atMs: number | null): void;
  /** Announces the status if it differs from the one announced last. */
  announce(): void;
}

/** @param onChange told the status whenever it has changed */
export function createSyncState(
  desk: Desk,
  onChange: (status: SyncStatus) => void,
  practiceUntilNow: () => string | null,
): SyncState {
  let state: StateName = desk.stores.intent.enrolment.get() === null ? 'notEnrolled' : 'connecting';
  let trouble: Trouble | null = null;
  let since = desk.time.now();
  let lastSuccessAt: string | null = desk.stores.intent.identity.get().lastSuccessAt;
  let keptMono = Number.NEGATIVE_INFINITY;
  let nextAttemptAt: string | null = null;
  let announced = '';

  function get(): SyncStatus {
    const { identity, number, outbox } = desk.stores.intent;
    const waiting = outbox.waiting();
    const practiceUntil = practiceUntilNow();
    const files = desk.stores.intent.blobOut.unsent();
    return {
      state: practiceUntil === null ? state : 'practice',
      trouble: practiceUntil === null ? trouble : null,
      since,
      waiting: waiting.count,
      oldestWaitingAt: waiting.oldest,
      limits: identity.get().limits,
      lastSuccessAt,
      nextAttemptAt: state === 'connected' ? null : nextAttemptAt,
      download: downloadOf(desk, state),
      practiceUntil,
      filesWaiting: files.count,
      fileBytesWaiting: files.bytes,
      parcelWaiting: desk.stores.intent.parcel.waiting(),
      attention: countAttention(desk),
      numbersFree: number.free(yearOf(legalDay(desk.time.serverMs()))),
    };
  }

  return {
    get,
    set(next, nextTrouble) {
      if (next !== state) since = desk.time.now();
      state = next;
      trouble = nextTrouble;
      this.announce();
    },
    succeeded() {
      lastSuccessAt = desk.time.now();
      const mono = desk.time.monoMs();
      if (mono - keptMono >= KEEP_SUCCESS_MS) {
        keptMono = mono;
        desk.stores.intent.identity.setLastSuccess(lastSuccessAt);
      }
      this.set('connected', null);
    },
    setNextAttempt(atMs) {
      nextAttemptAt = atMs === null ? null : new Date(atMs).toISOString();
      this.announce();
    },
    announce() {
      const status = get();
      const text = JSON.stringify(status);
      if (text === announced) return;
      announced = text;
      onChange(status);
    },
  };
}

function downloadOf(desk: Desk, state: StateName): SyncStatus['download'] {
  if (state === 'notEnrolled') return null;
  const loading = desk.stores.succession.current()?.loading;
  if (loading !== undefined) return { rows: loading.rows, total: loading.offer.count };
  const { meta, staged } = desk.stores.records;
  const { cursor, fresh } = meta.get();
  return cursor === null || fresh ? { rows: staged.count(), total: null } : null;
}
