import { useEffect, useRef } from 'react';
import { commandOf, type Shortcut, type WindowCommand } from './shortcuts.ts';

type Handler = () => void;

const offered = new Map<WindowCommand, { current: Handler }[]>();

/** Offers a command while the component stands and `handler` is not null; the latest offer wins. */
export function useWindowCommand(command: WindowCommand, handler: Handler | null): void {
  const held = useRef<Handler>(() => undefined);
  held.current = handler ?? (() => undefined);
  const available = handler !== null;
  useEffect(() => {
    if (!available) return;
    const stack = offered.get(command) ?? [];
    stack.push(held);
    offered.set(command, stack);
    return () => {
      stack.splice(stack.indexOf(held), 1);
    };
  }, [command, available]);
}

/** Whether some part of the window offers the command now. */
export function isOffered(command: WindowCommand): boolean {
  return (offered.get(command)?.length ?? 0) > 0;
}

const listeners = new Set<(command: WindowCommand) => void>();

/** Tells which commands are used. @returns its undo */
export function onWindowCommand(listener: (command: WindowCommand) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Does what the command means now; false when nothing offers it. */
export function runWindowCommand(command: WindowCommand): boolean {
  const handler = offered.get(command)?.at(-1);
  if (handler === undefined) return false;
  handler.current();
  for (const listener of listeners) listener(command);
  return true;
}

/** Commands that make sense over an open dialog. */
const OVER_DIALOG: readonly WindowCommand[] = ['palette', 'help'];

function onKeyDown(event: KeyboardEvent, list: readonly Shortcut[]): void {
  const command = commandOf(event, list);
  if (command === null || command === 'back') return;
  // Where a key is being chosen, every press is the answer.
  if (document.activeElement?.hasAttribute('data-asked')) return;
  if (document.querySelector('[role="dialog"]') && !OVER_DIALOG.includes(command)) return;
  if (!isOffered(command)) return;
  event.preventDefault();
  event.stopPropagation();
  // A held key acts once: holding Ctrl+Enter must never record twice.
  if (!event.repeat) runWindowCommand(command);
}

/** Esc is left to whatever is open first: a list, a menu, a dialog. Only then it leads back to the pad. */
function onEscape(event: KeyboardEvent): void {
  if (commandOf(event) !== 'back' || event.defaultPrevented) return;
  if (document.activeElement?.getAttribute('aria-expanded') === 'true') return;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return;
  runWindowCommand('back');
}

/**
 * Listens to the keys of the whole window.
 * @param list the keys in force
 */
export function useWindowKeys(list: readonly Shortcut[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => onKeyDown(event, list);
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('keydown', onEscape);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('keydown', onEscape);
    };
  }, [list]);
}
