import { createContext, useContext } from 'react';
import { DEFAULT_SETTINGS, type Language, type Settings } from '../../src-shared/settings/model.ts';

/** The workstation's preferences and the way to change them. */
export interface SettingsAccess {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

export const SettingsContext = createContext<SettingsAccess>({
  settings: DEFAULT_SETTINGS,
  change: () => undefined,
});

/** Preferences as they are now. */
export function useSettings(): SettingsAccess {
  return useContext(SettingsContext);
}

/** The present language of the interface. */
export function useLanguage(): Language {
  return useContext(SettingsContext).settings.language;
}
