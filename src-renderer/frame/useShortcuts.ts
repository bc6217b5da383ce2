import { useMemo } from 'react';
import { useSettings } from '../settings/useSettings.ts';
import { shortcutsWith } from './keyChoice.ts';
import type { Shortcut, WindowCommand } from './shortcuts.ts';

/** The keys in force on this workstation. */
export function useShortcuts(): readonly Shortcut[] {
  const { keys } = useSettings().settings;
  return useMemo(() => shortcutsWith(keys), [keys]);
}

/** How the key of a command is written; empty when it was turned off. */
export function useWritten(command: WindowCommand): string {
  return useShortcuts().find((shortcut) => shortcut.command === command)?.written ?? '';
}
