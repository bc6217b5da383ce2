import { Kbd } from '../ui/Kbd.tsx';
import type { WindowCommand } from './shortcuts.ts';
import { useWritten } from './useShortcuts.ts';

interface CommandKeyProps {
  readonly command: WindowCommand;
  /** On a filled button: words alone, without the outline of a key. */
  readonly quiet?: boolean;
}

/** The key of a command as it is in force here; nothing when it was turned off. */
export function CommandKey({ command, quiet = false }: CommandKeyProps) {
  const written = useWritten(command);
  if (written === '') return null;
  return quiet ? <span className="small keyHint">{written}</span> : <Kbd>{written}</Kbd>;
}
