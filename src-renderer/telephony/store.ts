import { create } from 'zustand';
import type { TrackedCall } from '../../src-shared/telephony/call.ts';
import type { LineState, LineSuggestion } from '../../src-shared/telephony/queries.ts';

interface LineStore {
  /** What the data process last told; null until it was asked. */
  readonly state: LineState | null;
  /** Call of the line -> call record, from the moment of the wish: the answer of the data process follows. */
  readonly attached: Readonly<Record<string, string>>;
  /** Calls of the line that were put out of sight here. */
  readonly hidden: readonly string[];
  /** A number that a link proposes; it does nothing until somebody wants it to. */
  readonly suggestion: LineSuggestion | null;
}

const EMPTY: LineStore = { state: null, attached: {}, hidden: [], suggestion: null };

/** What the window knows of the telephone line. */
export const useLine = create<LineStore>(() => EMPTY);

/** Another person sits down, or nobody. */
export function clearLine(): void {
  useLine.setState(EMPTY, true);
}

/** The call record a call of the line belongs to. */
export function recordOf(call: TrackedCall, attached: Readonly<Record<string, string>>): string | null {
  return call.call ?? attached[call.id] ?? null;
}
