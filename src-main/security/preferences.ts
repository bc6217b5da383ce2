import type { WebPreferences } from 'electron';

/** What the window may do with the machine: nothing but draw and talk through the preload. Read back by an end-to-end test. */
export const hardenedPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // Chromium's checker fetches dictionaries from outside; our own comes with the base of texts.
  spellcheck: false,
  // Timers of the pad (saving, call length) go on when the window is covered by the telephone's.
  backgroundThrottling: false,
} satisfies WebPreferences);
