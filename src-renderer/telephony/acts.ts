import { v7 as mint } from 'uuid';
import { CallId } from '../../src-shared/brand.ts';
import { toInstant } from '../../src-shared/clock.ts';
import type { TrackedCall } from '../../src-shared/telephony/call.ts';
import { callerOf } from '../../src-shared/telephony/caller.ts';
import type { LineState } from '../../src-shared/telephony/queries.ts';
import { activateCall, beginCall, changePhone, drafts } from '../call/acts.ts';
import { draftTexts, newCall, type OpenCall } from '../call/openCall.ts';
import { updateCall, useCalls } from '../call/store.ts';
import { useFrame } from '../frame/store.ts';
import { call as ask } from '../ipc.ts';
import { otherNumber, placingOf } from './placing.ts';
import { recordOf, useLine } from './store.ts';

/** Opens a card for a call of the line, with its number in it, and goes to it. */
export function openCard(tracked: TrackedCall): void {
  cardFor(tracked);
  useFrame.getState().go('call');
}

function cardFor(tracked: TrackedCall): void {
  const startedAt = tracked.answered?.at ?? toInstant(Date.now());
  const fresh = newCall(mint(), startedAt, mint);
  attach(tracked, fresh.id);
  begin({ ...fresh, phoneRaw: numberFor(tracked), ended: tracked.ended });
}

/** Opens a card for a number that a link proposed. */
export function openSuggested(from: string): void {
  useLine.setState({ suggestion: null });
  const { phone, raw } = callerOf(from);
  begin({ ...newCall(mint(), toInstant(Date.now()), mint), phoneRaw: phone ?? raw });
  useFrame.getState().go('call');
}

function begin(call: OpenCall): void {
  beginCall(call);
  if (call.phoneRaw !== '') drafts.change(call.id, 'phone', draftTexts(call).phone);
}

/** The call of the line is the one that is open already; a number that was not typed is filled in. */
export function joinCard(tracked: TrackedCall, call: OpenCall): void {
  attach(tracked, call.id);
  if (call.phoneRaw.trim() === '') changePhone(call.id, numberFor(tracked));
}

/** Goes to the card of a call, or opens one. */
export function takeCall(tracked: TrackedCall): void {
  const record = recordOf(tracked, useLine.getState().attached);
  if (record === null) {
    openCard(tracked);
    return;
  }
  activateCall(record);
  useFrame.getState().go('call');
}

/** The talk is over, goes on, or is to leave no record. */
export function settleCall(tracked: TrackedCall, as: 'ended' | 'talking' | 'dismissed'): void {
  void ask('line.settle', { id: tracked.id, as });
}

/** In the form in which it is kept, where it was recognised. */
function numberFor(tracked: TrackedCall): string {
  const { phone, raw } = callerOf(otherNumber(tracked));
  return phone ?? raw;
}

function attach(tracked: TrackedCall, call: string): void {
  useLine.setState(({ attached }) => ({ attached: { ...attached, [tracked.id]: call } }));
  void ask('line.attach', { id: tracked.id, call: CallId.parse(call) });
}

/** Takes what the line told: answered calls find their card, ended talks end on it. */
export function takeState(state: LineState): void {
  useLine.setState({ state });
  for (const tracked of state.calls) {
    const record = recordOf(tracked, useLine.getState().attached);
    if (record !== null) endTalk(record, tracked);
    else if (tracked.phase === 'active' && !tracked.doubtful) place(tracked);
  }
}

function place(tracked: TrackedCall): void {
  const { calls, active } = useCalls.getState();
  const { state, attached } = useLine.getState();
  const known = new Set(state?.calls.map((one) => recordOf(one, attached)));
  const free = calls.filter(({ id }) => !known.has(id));
  const placing = placingOf(tracked, free, calls.find(({ id }) => id === active) ?? null);
  if (placing.kind === 'attach') joinCard(tracked, placing.call);
  else if (placing.kind === 'create') {
    cardFor(tracked);
    if (!isWriting()) useFrame.getState().go('call');
  }
}

/** Whoever is in the middle of writing elsewhere is not led away from it: F2 goes to the card. */
function isWriting(): boolean {
  const focused = document.activeElement;
  const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  return isField || document.querySelector('[role="dialog"]') !== null;
}

/** The end of the talk by the line's word; what follows is the work after the call. */
function endTalk(record: string, { ended, phase }: TrackedCall): void {
  if (ended === null || phase !== 'over') return;
  const open = useCalls.getState().calls.find(({ id }) => id === record);
  if (open === undefined || open.ended !== null) return;
  const changed = updateCall(record, (call) => ({ ...call, ended }));
  if (changed !== undefined) drafts.change(record, 'call', draftTexts(changed).call);
}
