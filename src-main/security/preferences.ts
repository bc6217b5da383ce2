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
  // Chromium's checker would fetch its dictionaries from outside.
  spellcheck: false,
  // The pad's timers (saving, length of the call) go on while another window covers ours.
  backgroundThrottling: false,
} satisfies WebPreferences);
