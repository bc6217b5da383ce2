import { useEffect } from 'react';
import type { WindowCommand } from '../frame/shortcuts.ts';
import { onWindowCommand } from '../frame/windowCommands.ts';
import { useSession } from '../session/useSession.ts';
import { useSettings } from '../settings/useSettings.ts';

/** What a new operator needs on the first day, in the order of a call. */
export const FIRST_DAY = [
  'pad',
  'caller',
  'consultation',
  'appeal',
  'complete',
  'park',
  'palette',
  'help',
] as const satisfies readonly WindowCommand[];
export type FirstDayKey = (typeof FIRST_DAY)[number];

/** Kept among the used keys when the operator has put the list away. */
const CLOSED = 'closed';

/** The list of the first day: what was used already, and the way to put it away. */
export interface FirstDay {
  readonly isShown: boolean;
  readonly used: readonly FirstDayKey[];
  readonly close: () => void;
}

/** The signed-in operator's first day on this workstation. */
export function useFirstDay(): FirstDay {
  const { operator } = useSession();
  const { settings, change } = useSettings();
  const kept = settings.firstDay[operator.id] ?? [];
  const used = FIRST_DAY.filter((key) => kept.includes(key));
  return {
    isShown: !kept.includes(CLOSED) && used.length < FIRST_DAY.length,
    used,
    close: () => change({ firstDay: { ...settings.firstDay, [operator.id]: [...kept, CLOSED] } }),
  };
}

/** Notes every key of the list as it is used for the first time. */
export function useFirstDayNotes(): void {
  const { operator } = useSession();
  const { settings, change } = useSettings();
  useEffect(
    () =>
      onWindowCommand((command) => {
        const kept = settings.firstDay[operator.id] ?? [];
        const isNews = FIRST_DAY.some((key) => key === command) && !kept.includes(command);
        if (!isNews || kept.includes(CLOSED)) return;
        change({ firstDay: { ...settings.firstDay, [operator.id]: [...kept, command] } });
      }),
    [operator.id, settings.firstDay, change],
  );
}
