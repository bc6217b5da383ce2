// Tests that need no window. One project a kind, so that each can be run alone: `npm run unit`, `npm run integration`.
import { defineConfig } from 'vitest/config';

const kinds = [
  { name: 'unit', folder: 'unit', testTimeout: 10_000 },
  { name: 'integration', folder: 'integration', testTimeout: 30_000 },
  { name: 'sync', folder: 'sync', testTimeout: 60_000 },
  { name: 'migrations', folder: 'migrations', testTimeout: 30_000 },
];

/** Every project runs in plain Node: real SQLite, real servers, no simulated browser. */
export default defineConfig({
  test: {
    // Test files spend half their time waiting for disks and processes; leaving a core free would double the run.
    maxWorkers: '100%',
    projects: kinds.map(({ name, folder, testTimeout }) => ({
      test: {
        name,
        include: [`tests/${folder}/**/*.test.{ts,tsx,mjs}`],
        environment: 'node',
        testTimeout,
        hookTimeout: testTimeout,
        // Native database handles and child processes do not survive being shared between worker threads.
        pool: 'forks',
      },
    })),
  },
});
