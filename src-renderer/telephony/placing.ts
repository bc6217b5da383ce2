import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import type { TrackedCall } from '../../src-shared/telephony/call.ts';
import { callerOf } from '../../src-shared/telephony/caller.ts';
import type { OpenCall } from '../call/openCall.ts';

/** A call begun by hand this long before or after the line tells of its answer is the same call. */
export const SAME_CALL_MS = 60_000;

/** What becomes of a call of the line on the screen. */
export type Placing =
  | { readonly kind: 'attach'; readonly call: OpenCall }
  | { readonly kind: 'create' }
  /** Something else is open: nothing of it is replaced, a person says what this call is. `call`: the one it may be. */
  | { readonly kind: 'ask'; readonly call: OpenCall | null };

/** The number of the other side of a call. */
export function otherNumber({ line }: Pick<TrackedCall, 'line'>): string {
  return line.direction === 'out' ? line.to : line.from;
}

/**
 * Finds the place of a call somebody has just answered: the card begun for it by hand, a new one where none is open, a question otherwise.
 * @param open calls on the screen that no call of the line belongs to yet
 * @param active the one that is in front; null between calls
 */
export function placingOf(tracked: TrackedCall, open: readonly OpenCall[], active: OpenCall | null): Placing {
  const free = open.filter(({ paper, ended }) => paper === null && ended === null);
  const fitting = free.filter((call) => isSameCall(call, tracked));
  const same = fitting.find((call) => call.id === active?.id) ?? fitting.at(-1);
  if (same !== undefined) return { kind: 'attach', call: same };
  if (active === null) return { kind: 'create' };
  return { kind: 'ask', call: free.find((call) => call.id === active.id) ?? null };
}

/** Begun at about the same time, with the same number or none. */
function isSameCall(call: OpenCall, tracked: TrackedCall): boolean {
  const answeredAt = Date.parse(tracked.answered?.at ?? tracked.changedAt);
  if (Math.abs(answeredAt - Date.parse(call.startedAt)) > SAME_CALL_MS) return false;
  const typed = call.phoneRaw.trim();
  if (typed === '') return true;
  const caller = callerOf(otherNumber(tracked));
  if (caller.isHidden) return false;
  return typed === caller.raw || (caller.phone !== null && recognisePhone(typed)?.e164 === caller.phone);
}
