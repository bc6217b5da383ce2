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

/** The call the operator is in; null between calls. */
export function useActiveCall(): OpenCall | null {
  return useCalls((state) => state.calls.find((call) => call.id === state.active) ?? null);
}
