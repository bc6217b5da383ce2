import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { stepNotes } from './stepNotes.ts';

/** What the keys of going back mean; null for any other. By the place of the key, as everywhere. */
function directionOf(event: KeyboardEvent): 'back' | 'forward' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.getModifierState('AltGraph')) return null;
  if (event.code === 'KeyZ') return event.shiftKey ? 'forward' : 'back';
  return event.code === 'KeyY' && !event.shiftKey ? 'forward' : null;
}

/**
 * Going back and forward in the notes by our own steps: those of the browser end with the window, and with every text that is set
 * from outside.
 */
export function useNotesUndo(call: string, area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  const caret = useRef<number | null>(null);
  useEffect(() => {
    const field = area.current;
    if (field === null) return;
    const go = (direction: 'back' | 'forward') => {
      if (!field.readOnly) caret.current = stepNotes(call, direction);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      if (direction === null) return;
      event.preventDefault();
      go(direction);
    };
    // The menu of the right mouse button.
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      go(event.inputType === 'historyUndo' ? 'back' : 'forward');
    };
    field.addEventListener('keydown', onKeyDown);
    field.addEventListener('beforeinput', onBeforeInput);
    return () => {
      field.removeEventListener('keydown', onKeyDown);
      field.removeEventListener('beforeinput', onBeforeInput);
    };
  }, [call, area]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret follows the text
  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);
}
