import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runAction } from '../../src-server/admin/actions.ts';
import { DEMO_REGION } from '../../src-server/admin/demo.ts';
import { openCore } from '../../src-server/core.ts';
import { buildSnapshot } from '../../src-server/sync/snapshot/build.ts';
import { fillCentre } from './fill.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** Everything a run leaves on disk while it lasts; on the disk of the project, because the temporary folder may be memory. */
export const PLACE = join(PROJECT, '.holos', 'bench');

/** A folder of its own for one figure. */
export async function freshFolder(name: string): Promise<string> {
  const folder = join(PLACE, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** A central server as a process, on the embedded store. */
export interface Centre {
  readonly url: string;
  readonly dataDir: string;
  /** Pairing codes, one a workstation. */
  readonly codes: string[];
  stop(): Promise<void>;
}

/**
 * Prepares the data of a server with the demo's region and accounts, and starts it.
 * @param codes pairing codes to make
 * @param appeals appeals that are there already, with applicant, number and history
 */
export async function startCentre(
  name: string,
  want: { readonly codes: number; readonly appeals?: number },
): Promise<Centre> {
  const dataDir = join(await freshFolder(name), 'server');
  const codes: string[] = [];
  const core = await openCore({ dataDir, isDemo: true }, () => ({ announce: () => undefined }));
  try {
    for (let made = 0; made < want.codes; made += 1) {
      const { code } = (await runAction(core.context, 'pair', {})) as { code: string };
      codes.push(code);
    }
    if (want.appeals) {
      await fillCentre(core.context, want.appeals);
      // A server looks every ten minutes whether its regions have a file to begin from; one long at work has it ready.
      await buildSnapshot(core.context, DEMO_REGION.id, () => true);
    }
  } finally {
    await core.close();
  }
  const server = spawn(process.execPath, [...process.execArgv, join(PROJECT, 'src-server', 'main.ts')], {
    cwd: PROJECT,
    env: {
      ...process.env,
      HOLOS_DATA: dataDir,
      HOLOS_PORT: '0',
      HOLOS_DEMO: '1',
      HOLOS_LOG: 'warn',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { url: await firstLine(server), dataDir, codes, stop: () => stopServer(server) };
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    server.stdout.resume();
    return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error('the server ended before it listened');
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
