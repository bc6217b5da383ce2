// Real telephone calls into a real Electron. scripts/test.mjs starts it in a network of its own where the system allows.
import { defineConfig } from '@playwright/test';
import everywhere from './playwright.config.ts';

/** Apart from the other end-to-end tests, because it needs a telephone exchange, which not every machine has. */
export default defineConfig(everywhere, {
  testDir: 'tests/calls/specs',
  timeout: 120_000,
});
