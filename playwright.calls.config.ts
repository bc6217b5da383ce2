// Real telephone calls into a real Electron. scripts/test.mjs starts it in a network of its own where the system allows.
import { defineConfig } from '@playwright/test';
import everywhere from './playwright.config.ts';

/** Apart from the other end-to-end tests, because it needs a telephone exchange, which not every machine has. */
export default defineConfig(everywhere, {
  testDir: 'tests/calls/specs',
  // Beside what the other tests leave behind, which a run would otherwise clear away.
  outputDir: 'test-results/calls',
  timeout: 120_000,
});
