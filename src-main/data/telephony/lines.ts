import { randomBytes } from 'node:crypto';
import type { CallId } from '../../../src-shared/brand.ts';
import { type Instant, legalDay, toEpochMs } from '../../../src-shared/clock.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { RecordRef } from '../../../src-shared/record/model.ts';
import { isLive, type TrackedCall } from '../../../src-shared/telephony/call.ts';
import { maskedNumber } from '../../../src-shared/telephony/caller.ts';
import { eventOfCti } from '../../../src-shared/telephony/cti.ts';
import type { CallEvent } from '../../../src-shared/telephony/event.ts';
import { applyEvent, doubtAll, RING_LIMIT_MS, settleRinging } from '../../../src-shared/telephony/machine.ts';
import { DEFAULT_LINE_PORT, type LineState, type LineToken } from '../../../src-shared/telephony/queries.ts';
import { attached, endByHand } from '../../../src-shared/telephony/steps.ts';
import type { Desk } from '../desk.ts';
import type { LineFeedSetting } from '../store/intent/line.ts';
import { type Listener, openListener } from './listener.ts';

/** The telephone line of this workstation: its feed, and the calls it told of. */
export interface Lines {
  state(): LineState;
  set(change: ParsedInputOf<'line.set'>): void;
  token(): LineToken;
  /** A new token; the one before is worth nothing any more. */
  rotate(): LineToken;
  attach(id: string, call: CallId): void;
  settle(id: string, as: 'ended' | 'talking' | 'dismissed'): void;
  /** Records changed: a call of the line whose record is finished needs nobody any more. */
  look(refs: readonly Pick<RecordRef, 'type' | 'id'>[]): void;
  close(): Promise<void>;
}

/** A port that was taken is tried again after so many milliseconds. */
const RETRY_MS = 15_000;
/** Calls that are over stay known this long, so that their last events are not taken for new calls. */
const KEEP_MS = 48 * 3600_000;
/** Nobody talks this long: what was never asked about again is over. */
const LONGEST_MS = 12 * 3600_000;
const MISSED_SHOWN = 100;

/** @param changed told of every change with the whole state */
export function createLines(desk: Desk, changed: (state: LineState) => void): Lines {
  const { line } = desk.stores.intent;
  const now = (): Instant => desk.time.now();
  let feed = line.feed() ?? { isOn: false, port: DEFAULT_LINE_PORT, own: null, token: newToken() };
  let calls: readonly TrackedCall[] = line.calls();
  let listener: Listener | null = null;
  let isListening = false;
  let lastEventAt: Instant | null = null;
  let cancelRing: (() => void) | null = null;
  let cancelRetry: (() => void) | null = null;

  function state(): LineState {
    const today = legalDay(desk.time.wallMs());
    const missed = calls.filter(
      ({ unanswered, ended }) =>
        unanswered === 'missed' && ended !== null && legalDay(toEpochMs(ended.at)) === today,
    );
    const { isOn, port, own } = feed;
    const heard = lastEventAt === null ? 'waiting' : 'hearing';
    return {
      feed: { isOn, port, own, health: !isOn ? 'off' : isListening ? heard : 'taken', lastEventAt },
      calls: calls.filter((call) => isLive(call) || call.phase === 'over'),
      missed: missed
        .map(({ id, line: { from }, ringing, ended }) => ({ id, from, at: (ringing ?? ended)?.at ?? now() }))
        .toReversed()
        .slice(0, MISSED_SHOWN),
      missedToday: missed.length,
    };
  }

  /** Keeps what changed on the disk, forgets what is long over, and tells. */
  function become(next: readonly TrackedCall[]): void {
    if (next === calls) return;
    const old = desk.time.wallMs() - KEEP_MS;
    const isKept = (call: TrackedCall) => isLive(call) || toEpochMs(call.changedAt) > old;
    desk.stores.intent.transact(() => {
      for (const call of next) {
        if (!isKept(call)) line.remove(call.id);
        else if (!calls.includes(call)) line.put(call);
      }
    });
    calls = next.filter(isKept);
    awaitSilence();
    changed(state());
  }

  /** Telephones that have rung for too long are taken for silent. */
  function awaitSilence(): void {
    cancelRing?.();
    if (!calls.some(({ phase }) => phase === 'ringing')) return;
    cancelRing = desk.timers.after(RING_LIMIT_MS, () => become(settleRinging(calls, now())));
  }

  function hear(event: CallEvent): void {
    lastEventAt = event.at;
    desk.log.info({ kind: event.kind, from: maskedNumber(event.from) }, 'telephone line');
    const before = calls;
    become(applyEvent(calls, event, feed.own));
    // That something was heard at all is news to whoever sets the feed up.
    if (calls === before) changed(state());
  }

  function onPost(fields: unknown): void {
    const event = eventOfCti(fields, 'loopback', now());
    if (event === null) return;
    try {
      hear(event);
    } catch (error) {
      desk.log.error({ err: error }, 'event of the telephone line not kept');
    }
  }

  function open(): void {
    cancelRetry?.();
    if (!feed.isOn || listener !== null) return;
    listener = openListener({
      port: feed.port,
      token: feed.token,
      monoMs: desk.time.monoMs,
      isEvent: (fields) => eventOfCti(fields, 'loopback', now()) !== null,
      onPost,
      onListening() {
        isListening = true;
        changed(state());
      },
      onTrouble(error) {
        desk.log.warn({ code: error.code, port: feed.port }, 'telephone line cannot be listened to');
        isListening = false;
        listener = null;
        cancelRetry = desk.timers.after(RETRY_MS, open);
        changed(state());
      },
      onRefused: (status) => desk.log.warn({ status }, 'post to the telephone line turned away'),
    });
  }

  async function shut(): Promise<void> {
    cancelRetry?.();
    const open = listener;
    listener = null;
    isListening = false;
    await open?.close();
  }

  /** Opened anew with what is set now. */
  function reopen(): void {
    shut().then(open, (error: unknown) => desk.log.error({ err: error }, 'telephone line not shut in order'));
  }

  function setFeed(next: LineFeedSetting): void {
    feed = next;
    line.setFeed(feed);
    if (!feed.isOn) become(doubtAll(calls, now()));
    reopen();
    changed(state());
  }

  const change = (id: string, to: (call: TrackedCall) => TrackedCall) =>
    become(calls.map((call) => (call.id === id ? to(call) : call)));

  // What was said while nobody listened is unknown.
  if (calls.some(isLive)) become(doubtAll(forgotten(calls, desk.time.wallMs()), now()));
  open();

  return {
    state,
    set: (given) => {
      const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      setFeed({ ...feed, ...set, own: (given.own === undefined ? feed.own : given.own) || null });
    },
    token: () => {
      // Shown before it was ever set: what is shown must be what holds.
      line.setFeed(feed);
      return { token: feed.token, port: feed.port };
    },
    rotate() {
      setFeed({ ...feed, token: newToken() });
      return { token: feed.token, port: feed.port };
    },
    attach: (id, call) => change(id, (tracked) => attached(tracked, call)),
    settle(id, as) {
      change(id, (call) => {
        if (as === 'talking') return { ...call, doubtful: false };
        if (as === 'dismissed') return { ...endedNow(call, now()), phase: 'closed' };
        return endedNow(call, now());
      });
    },
    look(refs) {
      const finished = refs.flatMap(({ type, id }) => {
        if (type !== 'call') return [];
        return (desk.stores.records.record.get('call', id)?.endedAt ?? null) === null ? [] : [id];
      });
      const isDone = ({ phase, call }: TrackedCall) =>
        phase !== 'closed' && call !== null && finished.includes(call);
      if (calls.some(isDone))
        become(calls.map((call) => (isDone(call) ? { ...endedNow(call, now()), phase: 'closed' } : call)));
    },
    async close() {
      cancelRing?.();
      await shut();
    },
  };
}

/** Talks of another day whose end was lost end where they were last heard of. */
function forgotten(calls: readonly TrackedCall[], nowMs: number): readonly TrackedCall[] {
  const isOld = (call: TrackedCall) => isLive(call) && toEpochMs(call.changedAt) < nowMs - LONGEST_MS;
  return calls.map((call) => (isOld(call) ? endByHand(call, call.changedAt, 'estimate') : call));
}

/** The same call, over by the operator's word unless the line has said so. */
function endedNow(call: TrackedCall, at: Instant): TrackedCall {
  if (call.ended !== null) return call;
  return endByHand(call, at, call.doubtful ? 'estimate' : 'operator');
}

/** 256 random bits in letters that stand in an address as they are. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}
