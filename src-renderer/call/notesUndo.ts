import type { NoteLine } from '../../src-shared/call/model.ts';
import {
  edited,
  NotesUndo,
  steppedBack,
  steppedForward,
  undoAfterRestart,
  withoutPast,
} from '../../src-shared/call/undo.ts';
import { useCalls } from './store.ts';

/** Steps back and forward of each open call. Kept as a draft of the call, so that they outlive the window. */
const undos = new Map<string, NotesUndo>();

function hold(call: string, undo: NotesUndo): void {
  if (!undos.has(call)) {
    const open = new Set(useCalls.getState().calls.map(({ id }) => id));
    for (const known of undos.keys()) if (!open.has(known)) undos.delete(known);
  }
  undos.set(call, undo);
}

/** The steps that lead back from these lines, whoever has changed them last. */
function undoOf(call: string, lines: readonly NoteLine[]): NotesUndo {
  return edited(undos.get(call) ?? withoutPast(lines), lines);
}

/**
 * Notes an edit of the notes, whatever made it: typing, a snippet, a suggestion.
 * @returns what to keep on the disk; null while the last step only grew, which a restart finds out by itself
 */
export function followEdit(
  call: string,
  before: readonly NoteLine[],
  after: readonly NoteLine[],
): string | null {
  const from = undoOf(call, before);
  const next = edited(from, after);
  hold(call, next);
  const isGrown = next.back.length === from.back.length && next.back.at(-2) === from.back.at(-2);
  return isGrown && from.forward.length === 0 ? null : JSON.stringify(next);
}

/** One step. @returns the lines after it, where the caret belongs and what to keep; null when there is no step */
export function takeStep(call: string, lines: readonly NoteLine[], direction: 'back' | 'forward') {
  const from = undoOf(call, lines);
  const stepped = direction === 'back' ? steppedBack(from) : steppedForward(from);
  if (stepped === null) return null;
  hold(call, stepped.undo);
  return { lines: stepped.undo.lines, caret: stepped.caret, kept: JSON.stringify(stepped.undo) };
}

/** The steps of a call as they were kept. Ones that cannot be read are given up: the notes themselves are whole without them. */
export function restoreUndo(call: string, kept: string | undefined, lines: readonly NoteLine[]): void {
  undos.set(call, undoAfterRestart(kept === undefined ? null : read(kept), lines));
}

function read(kept: string): NotesUndo | null {
  try {
    return NotesUndo.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    // Not JSON: the same as none.
    return null;
  }
}
