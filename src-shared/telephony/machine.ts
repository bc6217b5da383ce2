import { type Instant, toEpochMs } from '../clock.ts';
import { isLive, type TrackedCall } from './call.ts';
import type { CallEvent } from './event.ts';
import { answer, end, hold, missed, newlyTracked, resume, ring } from './steps.ts';

/** An event this soon after the end of its call was late on the way; a later one is something new. */
export const LATE_MS = 3000;
/** A telephone that begins to ring again within this was told of twice. */
const AGAIN_MS = 1000;
/** A telephone that was not answered has stopped ringing after this, whatever came of its end. */
export const RING_LIMIT_MS = 180_000;

/** The telephone of this workstation, as the line calls it; null where the line sends nobody else's events. */
export type OwnTelephone = string | null;

/**
 * What an event makes of the calls of the line. Nothing is taken for granted about events: they come repeated, out of order, without
 * their beginning or their end, and of calls that others answered. One that is behind what is known changes nothing.
 * @param own calls answered by another telephone than this one are over here
 */
export function applyEvent(
  calls: readonly TrackedCall[],
  event: CallEvent,
  own: OwnTelephone = null,
): readonly TrackedCall[] {
  const last = calls.findLast(({ line }) => line.callId === event.callId);
  const isForeign = own !== null && event.operator !== undefined && event.operator !== own;
  if (last === undefined) return isForeign ? calls : withNew(calls, begun(event));
  const next = comesBack(last, event)
    ? newlyTracked(event, `${event.callId}#${legsOf(calls, event) + 1}`)
    : step(last, event, isForeign);
  if (next === last) return calls;
  if (next.id !== last.id) return withNew(calls, next);
  const all = calls.map((call) => (call === last ? next : call));
  return next.phase === 'active' && last.phase !== 'active' ? doubtOthers(all, next) : all;
}

/** A call that nothing was known of until now. */
function begun(event: CallEvent): TrackedCall {
  const first = newlyTracked(event, event.callId);
  return event.kind === 'ringing' ? first : step(first, event, false);
}

function withNew(calls: readonly TrackedCall[], call: TrackedCall): readonly TrackedCall[] {
  const all = [...calls, call];
  return call.phase === 'active' ? doubtOthers(all, call) : all;
}

function legsOf(calls: readonly TrackedCall[], event: CallEvent): number {
  return calls.filter(({ line }) => line.callId === event.callId).length;
}

/** A talk that is over rings once more under the same identity: it was passed on and has come back. */
function comesBack(call: TrackedCall, event: CallEvent): boolean {
  return event.kind === 'ringing' && call.answered !== null && isPast(call, event.at);
}

/** Whether a telephone that had stopped rings anew; a repeat of what was told follows at once. */
function isAgain({ ringing, changedAt }: TrackedCall, at: Instant): boolean {
  return ringing !== null && msBetween(changedAt, at) > AGAIN_MS;
}

/** Whether a call ended so long before that an event can no longer belong to what ended. */
function isPast({ ended }: TrackedCall, at: Instant): boolean {
  return ended !== null && msBetween(ended.at, at) > LATE_MS;
}

/** One step of one call. `call` itself comes back when the event says nothing new. */
function step(call: TrackedCall, event: CallEvent, isForeign: boolean): TrackedCall {
  const isOver = !isLive(call);
  switch (event.kind) {
    case 'ringing':
      // Refused here and rung again: the same call, waiting once more. An answered one was dealt with before.
      return ring(call, event, isOver && call.answered === null && isAgain(call, event.at));
    case 'answered':
      if (isForeign) return call.phase === 'ringing' ? end(call, event, 'elsewhere') : call;
      if (isOver && call.answered !== null) return call;
      return answer(call, event, isOver && call.unanswered !== 'elsewhere' && !isPast(call, event.at));
    case 'held':
      return isOver || isForeign ? call : hold(call, event);
    case 'resumed':
      return isOver || isForeign ? call : resume(call, event);
    case 'ended':
      // Somebody else's leg of a transfer may end at any time; this record ended with its own.
      return isOver || isForeign ? call : end(call, event, null);
  }
}

/** One line carries one talk: whoever is said to talk beside a newer one has probably gone without a word. */
function doubtOthers(calls: readonly TrackedCall[], talking: TrackedCall): readonly TrackedCall[] {
  return calls.map((call) =>
    call.phase === 'active' && call !== talking && !call.doubtful ? { ...call, doubtful: true } : call,
  );
}

/** Every running talk becomes doubtful: the program began anew, or nothing is listened to any more. */
export function doubtAll(calls: readonly TrackedCall[], at: Instant): readonly TrackedCall[] {
  return calls.map((call) => {
    if (call.phase === 'ringing') return missed(call, at);
    return isLive(call) ? { ...call, doubtful: true } : call;
  });
}

/** Telephones that have rung for too long have stopped without telling. The same list when there is none. */
export function settleRinging(calls: readonly TrackedCall[], now: Instant): readonly TrackedCall[] {
  const isStale = (call: TrackedCall) =>
    call.phase === 'ringing' && msBetween(call.changedAt, now) >= RING_LIMIT_MS;
  if (!calls.some(isStale)) return calls;
  return calls.map((call) => (isStale(call) ? missed(call, now) : call));
}

/** Milliseconds from one instant to another. */
export function msBetween(from: Instant, to: Instant): number {
  return toEpochMs(to) - toEpochMs(from);
}
