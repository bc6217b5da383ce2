import { existsSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { type CentralServer, startCentralServer } from './support/centralServer.ts';
import { launchWorkstation, type RunningWorkstation } from './support/workstation.ts';

interface Fixtures {
  /** The central server of this test, with its own data. */
  readonly server: CentralServer;
  /** Starts a workstation by name; the same name again is the same machine, with what it kept. */
  readonly launch: (name: string, env?: NodeJS.ProcessEnv) => Promise<RunningWorkstation>;
}

/** Tests against a real server and real workstations, each in folders of its own, all ended with the test. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this pattern
  server: async ({}, use, testInfo) => {
    const server = await startCentralServer(testInfo.outputPath());
    try {
      await use(server);
    } finally {
      await server.stop();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('server.log', { path: server.logFile });
      }
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this pattern
  launch: async ({}, use, testInfo) => {
    const started = new Map<string, RunningWorkstation>();
    const launch = async (name: string, env?: NodeJS.ProcessEnv): Promise<RunningWorkstation> => {
      const userData = testInfo.outputPath(name);
      const workstation = await launchWorkstation(env ? { userData, env } : { userData });
      started.set(name, workstation);
      return workstation;
    };
    await use(launch);
    for (const [name, workstation] of started) {
      const isFailed = testInfo.status !== testInfo.expectedStatus;
      if (isFailed && !workstation.page.isClosed()) {
        const picture = await workstation.page.screenshot();
        await testInfo.attach(`${name}.png`, { body: picture, contentType: 'image/png' });
      }
      if (isFailed && existsSync(workstation.logFile)) {
        await testInfo.attach(`${name}.log`, { path: workstation.logFile });
      }
      await workstation.kill();
    }
  },
});

export { expect };
