import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { openWorkstation } from '../../src-main/data/workstation.ts';
import type { runAction } from '../../src-server/admin/actions.ts';
import type { startServer } from '../../src-server/server.ts';

const RELEASES = join(import.meta.dirname, '../fixtures/releases');

/** The programs of one release. Their types are today's: tests use only what was there from the beginning. */
export interface Release {
  readonly openWorkstation: typeof openWorkstation;
  readonly startServer: typeof startServer;
  readonly runAction: typeof runAction;
  /** The schema steps of its workstation. */
  readonly migrationsDir: string;
}

/** A release as it was frozen by `scripts/releaseFixture.mjs`. */
export async function loadRelease(version: string): Promise<Release> {
  const folder = join(RELEASES, version);
  const url = pathToFileURL(join(folder, 'dist', 'release', 'release.mjs')).href;
  const frozen = (await import(url)) as Omit<Release, 'migrationsDir'>;
  return { ...frozen, migrationsDir: join(folder, 'migrations', 'client') };
}
