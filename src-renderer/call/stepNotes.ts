import { drafts, keep } from './acts.ts';
import { takeStep } from './notesUndo.ts';
import { updateCall, useCalls } from './store.ts';

/** Goes a step back or forward in the pad. @returns where the caret belongs; null when there is no step */
export function stepNotes(id: string, direction: 'back' | 'forward'): number | null {
  const call = useCalls.getState().calls.find((open) => open.id === id);
  const step = call === undefined ? null : takeStep(id, call.lines, direction);
  if (step === null) return null;
  keep(
    updateCall(id, (open) => ({ ...open, lines: step.lines })),
    'notes',
  );
  drafts.change(id, 'undo', step.kept);
  return step.caret;
}
