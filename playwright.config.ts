// End to end in a real Electron. scripts/test.mjs chooses the runtime, builds, and provides a display.
import { defineConfig } from '@playwright/test';

/** One worker: windows, focus and the clipboard of one display are shared. */
export default defineConfig({
  testDir: 'tests/e2e/specs',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A flaky test is a defect to find, not to repeat until it passes.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.HOLOS_E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.HOLOS_E2E_REPORT }]]
    : [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'on' },
});
