import { useRef } from 'react';
import { create } from 'zustand';
import type { CallCode } from '../../src-shared/call/model.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import type { SaveState } from './draftKeeper.ts';
import type { OpenCall, RegisteredQuestion } from './openCall.ts';

/** What a completed card led to, shown until the next call. */
export interface CallResult {
  readonly kind: 'appeal' | 'consultation';
  readonly call: string;
  readonly appeal: string | null;
  readonly number: string | null;
  readonly urgent: boolean;
  readonly topic: string;
  /** Number of the registered appeal the caller asked about; absent for anything else. */
  readonly about?: string;
  /** Questions of the same call that were registered before. */
  readonly earlier?: readonly RegisteredQuestion[];
}

interface CallState {
  /** Calls somebody is working on, oldest first; the parked ones among them. */
  readonly calls: readonly OpenCall[];
  /** Cards opened by mistake that can still be brought back, the one discarded last at the end. */
  readonly discarded: readonly OpenCall[];
  readonly active: string | null;
  readonly saves: Readonly<Record<string, SaveState>>;
  /** The call being completed: its fields rest until the answer. */
  readonly busy: string | null;
  /** Calls whose card was tried once, so that what is missing is shown at its field. */
  readonly tried: Readonly<Record<string, boolean>>;
  readonly problems: Readonly<Record<string, Problem | null>>;
  /** The call for which "how did it end" is asked. */
  readonly ending: string | null;
  readonly result: CallResult | null;
  readonly ended: { readonly startedAt: string; readonly code: CallCode } | null;
  /** Calls brought back after an unclean exit, until the operator has read it. */
  readonly recovered: readonly OpenCall[];
  readonly ofOthers: number;
  /** Calls whose start is not in the database yet, after a first failure. */
  readonly startTroubled: readonly string[];
}

const EMPTY: CallState = {
  calls: [],
  discarded: [],
  active: null,
  saves: {},
  busy: null,
  tried: {},
  problems: {},
  ending: null,
  result: null,
  ended: null,
  recovered: [],
  ofOthers: 0,
  startTroubled: [],
};

/** What is on the screen of the call section. Data of record is asked for by query, not kept here. */
export const useCalls = create<CallState>(() => EMPTY);

/** Another person sits down, or nobody. */
export function clearCalls(): void {
  useCalls.setState(EMPTY, true);
}

/** Changes one open call. */
export function updateCall(id: string, change: (call: OpenCall) => OpenCall): OpenCall | undefined {
  const { calls } = useCalls.getState();
  const before = calls.find((call) => call.id === id);
  if (!before) return undefined;
  const after = change(before);
  useCalls.setState({ calls: calls.map((call) => (call.id === id ? after : call)) });
  return after;
}

/**
 * The call the operator is in, without following its notes: the same object until something else of it changes, so that a letter costs
 * nothing where the notes are not shown. What acts on a call takes the newest one out of the store. Null between calls.
 */
export function useActiveCall(): OpenCall | null {
  const last = useRef<OpenCall | null>(null);
  return useCalls(({ calls, active }) => {
    last.current = besideNotes(last.current, calls.find((call) => call.id === active) ?? null);
    return last.current;
  });
}

/** Every open call, without following their notes. */
export function useOpenCalls(): readonly OpenCall[] {
  const last = useRef<readonly OpenCall[]>([]);
  return useCalls(({ calls }) => {
    const before = last.current;
    const now = calls.map((call) => besideNotes(before.find(({ id }) => id === call.id) ?? null, call));
    if (now.length !== before.length || now.some((call, index) => call !== before[index])) last.current = now;
    return last.current;
  });
}

/** A call letter by letter; the one given when it is open no more. */
export function useCallNow(seen: OpenCall): OpenCall {
  return useCalls(({ calls }) => calls.find(({ id }) => id === seen.id)) ?? seen;
}

/** The earlier of two states of a call when they differ in the notes alone. */
function besideNotes<C extends OpenCall | null>(before: OpenCall | null, now: C): C {
  if (before === null || now === null) return now;
  const keys = Object.keys(now) as (keyof OpenCall)[];
  const isSame =
    keys.length === Object.keys(before).length &&
    keys.every((key) => key === 'lines' || now[key] === before[key]);
  return isSame ? (before as C) : now;
}
