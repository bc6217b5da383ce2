import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../../src-server/admin/actions.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src-server/server.ts';
import type { Release } from './release.ts';

/** A real server on a free port with the demo's region and accounts, in a temporary folder. Whoever started it closes it. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  /** Connection string of the PostgreSQL under it; undefined on the embedded store. */
  readonly databaseUrl: string | undefined;
  readonly running: RunningServer;
  /** An act of the administrator, by its name such as `account.disable`. */
  admin(action: string, input?: object): Promise<unknown>;
  /** A fresh pairing code. */
  pairingCode(): Promise<string>;
  /** Stops the server and starts it again on the same data and port, as after an outage. */
  restart(): Promise<void>;
  /** Stops the server; its data stays until `close`. */
  stop(): Promise<void>;
  /** Starts the stopped server again on the same port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a server for a test; options override the temporary folder and the free port.
 * @param release the programs of an earlier release; today's unless given
 */
export async function startTestServer(
  options: Partial<ServerOptions> = {},
  release: Pick<Release, 'startServer' | 'runAction'> = { startServer, runAction },
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'holos-server-'));
  const dataDir = options.dataDir ?? join(folder, 'server');
  const begin = async (port: number) =>
    await release.startServer({ isDemo: true, ...options, dataDir, port });
  let running = await begin(options.port ?? 0);
  const port = Number(new URL(running.url).port);
  const start = async () => {
    running = await begin(port);
  };
  const admin = async (action: string, input: object = {}) =>
    await release.runAction(running.context, action, input);
  return {
    url: running.url,
    dataDir,
    databaseUrl: options.databaseUrl,
    get running() {
      return running;
    },
    admin,
    async pairingCode() {
      const made = (await admin('pair')) as { code: string };
      return made.code;
    },
    async restart() {
      await running.close();
      await start();
    },
    stop: async () => await running.close(),
    start,
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
