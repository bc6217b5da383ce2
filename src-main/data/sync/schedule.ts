import type { SyncStatus } from '../../../src-shared/sync/status.ts';
import { MAX_BATCH_COMMANDS } from '../../../src-shared/sync/version.ts';
import type { Desk } from '../desk.ts';
import { isRecordsDamaged } from '../store/stores.ts';
import { deliverParcels } from './deliver.ts';
import { sendFiles } from './files.ts';
import { hello } from './hello.ts';
import type { ExchangeEnd, Link, StepEnd, SyncTiming } from './link.ts';
import { type Pulled, pull } from './pull.ts';
import { hasUnsent, isInFlight, push } from './push.ts';
import { beginFromSnapshot } from './snapshot.ts';
import { createSyncState } from './state.ts';
import type { Transport } from './transport.ts';
import { createWakeSocket } from './wake.ts';

/** What the exchange tells the rest of the data process. */
export interface SyncEvents {
  changed(status: SyncStatus): void;
  pulled(pulled: Pulled): void;
  /** Until when an outage is practised here; null when none is. */
  practiceUntil(): string | null;
  /** The records turned out to be damaged: replace them, then the exchange goes on and downloads them. */
  recordsDamaged(): void;
}

/** The exchange with the centre: at most one at a time, started by whatever comes first (sync specification 1.4, A9). */
export interface Sync {
  /** Something new waits, or the window asks: exchange now. */
  trigger(): void;
  /** Network change, resume, unlock, focus: what looks connected may be dead, so begin anew. */
  nudge(): void;
  status(): SyncStatus;
  /** Announces the status if it has changed, such as after a local act. */
  announce(): void;
  isInFlight(seq: number): boolean;
  /** Ends it; what waits stays in the outbox. */
  stop(): Promise<void>;
}

/** How often an exchange may begin again by itself before the server's answers are called a fault. */
const MOST_RESTARTS = 5;

/** @param timing limits; the product's are `SYNC_TIMING` */
export function createSync(
  desk: Desk,
  transport: Transport,
  timing: SyncTiming,
  app: string,
  events: SyncEvents,
): Sync {
  const link: Link = {
    desk,
    transport,
    timing,
    app,
    pushedSeq: 0,
    batchLimit: MAX_BATCH_COMMANDS,
    inFlight: null,
    cancel: new AbortController(),
  };
  const state = createSyncState(desk, events.changed, events.practiceUntil);
  const wake = createWakeSocket(desk, transport, trigger, () => {
    isHelloDue = true;
    trigger();
  });
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isHelloDue = true;
  let isStopped = false;
  let cancelSleep: () => void = () => undefined;
  let failures = 0;
  let progress = { mono: desk.time.monoMs(), firstSeq: desk.stores.intent.outbox.firstSeq() };

  function trigger(): void {
    if (isStopped) return;
    isWanted = true;
    if (running !== null) return;
    cancelSleep();
    running = run()
      .catch(comeBack)
      .finally(() => {
        running = null;
        // Asked for between the last look and this moment: nobody else would come back to it (case 8).
        if (isWanted) trigger();
      });
  }

  async function run(): Promise<void> {
    isWanted = false;
    if (desk.stores.intent.enrolment.get() === null) return state.set('notEnrolled', null);
    link.cancel = new AbortController();
    const { signal } = link.cancel;
    try {
      const end = await exchange();
      if (!signal.aborted) finish(end);
      // Own commands are through: what is left of the line belongs to carried work and to files, until the next command comes.
      if (end.kind === 'done') {
        const isOver = () => isWanted || signal.aborted;
        const announce = () => state.announce();
        await deliverParcels(link, isOver, announce);
        await sendFiles(link, isOver, announce);
      }
    } catch (error) {
      finish(defect(error));
    }
    if (!signal.aborted) return;
    link.pushedSeq = 0;
    isHelloDue = true;
  }

  /** Hello when due, then push, then pull; begun again by whoever says so, a bounded number of times. */
  async function exchange(): Promise<ExchangeEnd> {
    for (let restart = 0; restart < MOST_RESTARTS; restart += 1) {
      if (isHelloDue) {
        const greeted = await hello(link);
        if (greeted.kind === 'again') continue;
        if (greeted.kind !== 'done') return greeted;
        isHelloDue = false;
        watch();
      }
      const end = await pushAndPull();
      if (end.kind !== 'again') return end;
      isHelloDue = true;
    }
    return { kind: 'trouble', trouble: 'serverFault', retryAfterMs: null };
  }

  async function pushAndPull(): Promise<StepEnd> {
    do {
      isWanted = false;
      const pushed = await push(link);
      if (pushed.kind !== 'done') return pushed;
      const told = (changed: Pulled | null) => {
        if (changed !== null) events.pulled(changed);
        state.announce();
      };
      const begun = await beginFromSnapshot(link, told);
      if (begun.kind !== 'done') return begun;
      const pulled = await pull(link, told);
      if (pulled.kind !== 'done') return pulled;
    } while (isWanted || hasUnsent(desk, link));
    return { kind: 'done' };
  }

  function finish(end: ExchangeEnd): void {
    if (end.kind === 'done') {
      failures = 0;
      state.succeeded();
      wake.ensure();
      sleep(jittered(timing.pollMs, desk.random()));
      return;
    }
    link.pushedSeq = 0;
    isHelloDue = true;
    if (end.kind === 'trouble') state.set('offline', end.trouble);
    else if (end.kind === 'refused' && end.code === 'unauthorised') state.set('signIn', null);
    else if (end.kind === 'refused' && end.code === 'protocol_unsupported') state.set('updateNeeded', null);
    else state.set('offline', end.code === 'too_many_requests' ? 'serverBusy' : 'serverFault');
    const backoff = Math.min(timing.backoffMostMs, timing.backoffFirstMs * 2 ** Math.min(failures, 10));
    failures += 1;
    sleep(Math.max(jittered(backoff, desk.random()), end.retryAfterMs ?? 0));
  }

  function sleep(ms: number): void {
    if (isStopped) return;
    cancelSleep();
    cancelSleep = desk.timers.after(ms, () => {
      isHelloDue = true;
      trigger();
    });
    // Last, because it reads the store: with a store in trouble the timer is already set.
    state.setNextAttempt(desk.time.wallMs() + ms);
  }

  /** Not even the end of an exchange could be noted, because the store is in trouble: nobody else would come back to it. */
  function comeBack(error: unknown): void {
    desk.log.error({ err: error }, 'end of an exchange not noted');
    if (isStopped) return;
    cancelSleep();
    cancelSleep = desk.timers.after(timing.backoffMostMs, trigger);
  }

  /** Waiting commands, a good hello and no progress for a minute: nothing learned in this run is trusted any more. */
  function watch(): void {
    const firstSeq = desk.stores.intent.outbox.firstSeq();
    const now = desk.time.monoMs();
    if (firstSeq === null || firstSeq !== progress.firstSeq) {
      progress = { mono: now, firstSeq };
      return;
    }
    if (now - progress.mono < timing.watchdogMs) return;
    desk.log.warn({ firstSeq, pushedSeq: link.pushedSeq }, 'no progress: the connection is built anew');
    link.pushedSeq = 0;
    link.batchLimit = MAX_BATCH_COMMANDS;
    wake.drop();
    progress = { mono: now, firstSeq };
  }

  /** A store in trouble or a defect of ours: named, logged, tried again; never the end of the exchange. */
  function defect(error: unknown): ExchangeEnd {
    if (isRecordsDamaged(error)) events.recordsDamaged();
    desk.log.error({ err: error }, 'exchange failed');
    return { kind: 'trouble', trouble: 'serverFault', retryAfterMs: null };
  }

  return {
    trigger,
    nudge() {
      wake.drop();
      isHelloDue = true;
      failures = 0;
      link.cancel.abort();
      trigger();
    },
    status: () => state.get(),
    announce: () => state.announce(),
    isInFlight: (seq) => isInFlight(link, seq),
    async stop() {
      isStopped = true;
      isWanted = false;
      cancelSleep();
      wake.drop();
      link.cancel.abort();
      await running;
    },
  };
}

/** A quarter less to a quarter more, so that a hundred workstations do not come back in the same instant. */
function jittered(ms: number, random: number): number {
  return ms * (0.75 + random * 0.5);
}
