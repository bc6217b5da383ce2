import { toInstant } from '../../src-shared/clock.ts';
import { lineFacts } from '../telephony/lineFacts.ts';
import { drafts, keep, newestOf, submit } from './acts.ts';
import type { OpenCall } from './openCall.ts';
import { updateCall, useCalls } from './store.ts';
import { noteCommands, submission } from './submission.ts';

/** How long a discarded card can be brought back before it is recorded as discarded, in milliseconds. */
export const UNDO_MS = 10 * 60_000;

/** Whether a card can be one opened by mistake: nothing of it is recorded, and no telephone line knows of a call. */
export function mayDiscard(call: OpenCall): boolean {
  const isTold = call.dangers.some(({ toldAt }) => toldAt !== null);
  return (
    call.paper === null && call.registered.length === 0 && !isTold && lineFacts(call.id).line === undefined
  );
}

/** The card was opened by mistake: it leaves the screen at once, whole, and can be brought back, also after a restart. */
export function discardCall(seen: OpenCall): void {
  const { id } = seen;
  const discarded = updateCall(id, (call) => ({ ...call, discardedAt: toInstant(Date.now()) }));
  if (discarded === undefined) return;
  keep(discarded, 'call');
  drafts.flush();
  useCalls.setState((state) => ({
    calls: state.calls.filter((call) => call.id !== id),
    discarded: [...state.discarded, discarded],
    active: state.active === id ? null : state.active,
    recovered: state.recovered.filter((call) => call.id !== id),
    ending: null,
    result: null,
    ended: null,
  }));
}

/** It was none: the card is open again with everything that was in it. */
export function bringBack(id: string): void {
  const discarded = taken(id);
  if (discarded === null) return;
  reopen(discarded);
  useCalls.setState({ active: id, result: null, ended: null });
}

/** Nobody brought it back: recorded as discarded with what was written. What cannot be recorded is open again, with the reason. */
export async function settleDiscarded(id: string): Promise<void> {
  const discarded = taken(id);
  if (discarded === null) return;
  drafts.hold(id);
  const discard = { kind: 'call.discard', payload: { call: id } };
  const answer = await submit(
    submission(discarded, discarded.endAction, [...noteCommands(discarded), discard]),
  );
  if (answer.ok) {
    drafts.forget(id);
    return;
  }
  drafts.resume(id);
  reopen(discarded);
  useCalls.setState((state) => ({ problems: { ...state.problems, [id]: answer.error } }));
}

/** The operator leaves: what they discarded is recorded as such now. */
export async function settleAllDiscarded(): Promise<void> {
  for (const { id } of useCalls.getState().discarded) await settleDiscarded(id);
}

/** Takes a card out of the discarded ones, so that only one act has it; null when another has. */
function taken(id: string): OpenCall | null {
  const found = useCalls.getState().discarded.find((call) => call.id === id) ?? null;
  useCalls.setState((state) => ({ discarded: state.discarded.filter((call) => call.id !== id) }));
  return found;
}

function reopen(discarded: OpenCall): void {
  const call = { ...discarded, discardedAt: null };
  useCalls.setState((state) => ({ calls: [...state.calls, call] }));
  keep(newestOf(call), 'call');
  drafts.flush();
}
