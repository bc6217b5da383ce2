import type { CallId } from '../brand.ts';
import { type Instant, toEpochMs } from '../clock.ts';
import type { TrackedCall } from './call.ts';
import type { CallEvent } from './event.ts';
import type { Mark, MarkSource } from './line.ts';

/** A call from the first event of it that came, ringing unless that event says more. */
export function newlyTracked(event: CallEvent, id: string): TrackedCall {
  const { callId, origCallId, feed, direction, from, to, queue, at } = event;
  return {
    id,
    line: {
      callId,
      ...(origCallId === undefined ? {} : { origCallId }),
      feed,
      direction,
      from,
      to,
      ...(queue === undefined ? {} : { queue }),
    },
    phase: 'ringing',
    ringing: event.kind === 'ringing' ? { at, source: 'line' } : null,
    answered: null,
    ended: null,
    heldSince: null,
    holds: { count: 0, ms: 0 },
    unanswered: null,
    cause: null,
    waitSeconds: null,
    talkSeconds: null,
    recordingId: null,
    doubtful: false,
    call: null,
    changedAt: at,
  };
}

/**
 * The telephone rings.
 * @param isAgain it had stopped, refused or given up, and begins anew
 */
export function ring(call: TrackedCall, event: CallEvent, isAgain: boolean): TrackedCall {
  const named = { ...call, line: mergedLine(call, event) };
  if (isAgain) {
    return { ...named, phase: 'ringing', ended: null, unanswered: null, cause: null, changedAt: event.at };
  }
  if (call.ringing !== null) return call;
  const at = earliest(event.at, call.answered?.at ?? call.ended?.at ?? event.at);
  const rung: TrackedCall = { ...named, ringing: { at, source: 'line' }, changedAt: event.at };
  // Its end came first: known now to have rung here and to have been answered by nobody.
  return call.ended !== null && call.answered === null ? { ...rung, unanswered: unansweredOf(rung) } : rung;
}

/**
 * Somebody talks.
 * @param isLate the end is known already: only the instant is filled in
 */
export function answer(call: TrackedCall, event: CallEvent, isLate: boolean): TrackedCall {
  const named = { ...call, line: mergedLine(call, event), unanswered: null };
  if (isLate && call.ended !== null) {
    const at = earliest(event.at, call.ended.at);
    return { ...named, phase: 'over', answered: { at, source: 'line' } };
  }
  if (call.answered?.source === 'line') return call.doubtful ? { ...call, doubtful: false } : call;
  const answered: Mark = { at: earliest(event.at, call.answered?.at ?? event.at), source: 'line' };
  const phase = call.phase === 'held' ? 'held' : 'active';
  return { ...named, phase, answered, ended: null, cause: null, doubtful: false, changedAt: event.at };
}

/** The talk is put aside. Who can be held was answered, also when that was not told. */
export function hold(call: TrackedCall, event: CallEvent): TrackedCall {
  if (call.phase === 'held') return call;
  const holds = { ...call.holds, count: call.holds.count + 1 };
  return { ...talking(call, event), phase: 'held', heldSince: event.at, holds };
}

/** The talk goes on. Without a hold before it nothing changes, except that somebody is there. */
export function resume(call: TrackedCall, event: CallEvent): TrackedCall {
  if (call.phase === 'active' && !call.doubtful) return call;
  return { ...talking(call, event), phase: 'active', heldSince: null, holds: heldUntil(call, event.at) };
}

/** @param unanswered given when it is not the end that tells it */
export function end(call: TrackedCall, event: CallEvent, unanswered: 'elsewhere' | null): TrackedCall {
  const counted = {
    ...call,
    cause: event.cause ?? null,
    waitSeconds: event.waitSeconds ?? null,
    talkSeconds: event.talkSeconds ?? null,
    recordingId: event.recordingId ?? call.recordingId,
  };
  return finished(counted, event.at, 'line', unanswered);
}

/** Nobody answered, and nobody told that it stopped. */
export function missed(call: TrackedCall, at: Instant): TrackedCall {
  return finished(call, at, 'estimate', null);
}

/** The operator says when the talk was over: its end was lost, or is said before the line tells it. */
export function endByHand(call: TrackedCall, at: Instant, source: MarkSource): TrackedCall {
  return finished(call, at, source, null);
}

/** The call has got its record. */
export function attached(call: TrackedCall, record: CallId): TrackedCall {
  return { ...call, call: record };
}

function finished(
  call: TrackedCall,
  at: Instant,
  source: MarkSource,
  unanswered: 'elsewhere' | null,
): TrackedCall {
  const isTalk = call.answered !== null && unanswered === null;
  return {
    ...call,
    phase: isTalk ? 'over' : 'closed',
    ended: { at: latest(at, call.answered?.at ?? call.ringing?.at ?? at), source },
    heldSince: null,
    holds: heldUntil(call, at),
    unanswered: isTalk ? null : (unanswered ?? unansweredOf(call)),
    doubtful: false,
    changedAt: at,
  };
}

/** What never rang here, and what we began ourselves, cannot have been missed here; what was sent on was taken by others. */
function unansweredOf({ ringing, line, cause }: TrackedCall): TrackedCall['unanswered'] {
  if (ringing === null || line.direction === 'out') return null;
  return cause === 'forwarded' ? 'elsewhere' : 'missed';
}

/** The same call with proof that somebody is on it. */
function talking(call: TrackedCall, { at }: CallEvent): TrackedCall {
  return { ...call, answered: call.answered ?? { at, source: 'estimate' }, doubtful: false, changedAt: at };
}

function heldUntil({ heldSince, holds }: TrackedCall, at: Instant): TrackedCall['holds'] {
  return heldSince === null
    ? holds
    : { ...holds, ms: holds.ms + Math.max(0, toEpochMs(at) - toEpochMs(heldSince)) };
}

/** Later events may name what the first one did not. */
function mergedLine({ line }: TrackedCall, event: CallEvent): TrackedCall['line'] {
  const origCallId = line.origCallId ?? event.origCallId;
  const queue = line.queue ?? event.queue;
  return {
    ...line,
    ...(origCallId === undefined ? {} : { origCallId }),
    ...(queue === undefined ? {} : { queue }),
    from: line.from === '' ? event.from : line.from,
    to: line.to === '' ? event.to : line.to,
  };
}

/** Instants of one form sort as text. */
function earliest(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
