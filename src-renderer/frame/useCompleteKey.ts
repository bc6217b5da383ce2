import type { KeyboardEvent } from 'react';
import { commandOf } from './shortcuts.ts';
import { useShortcuts } from './useShortcuts.ts';

/** The key that completes a card completes every form: wherever in it the caret is, and only once while it is held. */
export function useCompleteKey(act: () => void): (event: KeyboardEvent) => void {
  const list = useShortcuts();
  return (event) => {
    if (commandOf(event.nativeEvent, list) !== 'complete') return;
    event.preventDefault();
    if (!event.repeat) act();
  };
}
