import { Kbd } from '../ui/Kbd.tsx';
import type { WindowCommand } from './shortcuts.ts';
import { useWritten } from './useShortcuts.ts';

/** The key of a command as it is in force here; nothing when it was turned off. */
export function CommandKey({ command }: { readonly command: WindowCommand }) {
  const written = useWritten(command);
  return written === '' ? null : <Kbd>{written}</Kbd>;
}
