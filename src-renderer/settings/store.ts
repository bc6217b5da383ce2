import { create } from 'zustand';

/** Pages of the settings. */
export const settingsPages = ['look', 'keys', 'spelling', 'line'] as const;
export type SettingsPage = (typeof settingsPages)[number];

interface SettingsDialogState {
  readonly page: SettingsPage | null;
  readonly show: (page: SettingsPage | null) => void;
}

/** Which page of the settings is open; null while they are closed. */
export const useSettingsDialog = create<SettingsDialogState>((set) => ({
  page: null,
  show: (page) => set({ page }),
}));
