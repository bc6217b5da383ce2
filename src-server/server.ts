import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { ensureDemo } from './admin/demo.ts';
import { hangOut, newToken } from './admin/door.ts';
import type { Context } from './context.ts';
import { authorise } from './enrolment/authorise.ts';
import { defaultHighWaterFile } from './environment.ts';
import { buildApp } from './http/app.ts';
import { StartError } from './startError.ts';
import { listenForAdvances, notifyAdvance } from './store/notify.ts';
import { openStore, type Store } from './store/open.ts';
import { DEFAULT_LIMITS, type PostgresLimits } from './store/postgres.ts';
import { openHighWater } from './sync/highWater.ts';
import { openWakes } from './sync/wake.ts';

/** What a server is started with; everything but the data folder has a default. */
export interface ServerOptions {
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** PostgreSQL instead of the embedded store. */
  readonly databaseUrl?: string | undefined;
  readonly limits?: PostgresLimits | undefined;
  readonly highWaterFile?: string | undefined;
  /** Creates the demo's region and accounts where they are missing. */
  readonly isDemo?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly log?: Logger | undefined;
}

/** A running server. Whoever started it closes it. */
export interface RunningServer {
  readonly url: string;
  readonly context: Context;
  close(): Promise<void>;
}

/**
 * Starts a server: store, then sockets, then HTTP. Leaves nothing open when it fails.
 * @throws StoreError, StartError with a sentence for the administrator
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const log = options.log ?? pino({ level: 'silent' });
  const store = await openStore({ ...options, log });
  // What was opened, closed in the opposite order; each only once, also when closing is asked for twice.
  const ends: (() => Promise<void> | void)[] = [async () => await store.close()];
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= endAll(ends);
    return closing;
  };
  try {
    return await assemble(options, log, store, ends, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  options: ServerOptions,
  log: Logger,
  store: Store,
  ends: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<RunningServer> {
  const { databaseUrl, dataDir } = options;
  const wakes = openWakes({
    authorise: async (header) => await authorise(store, header),
    relay: databaseUrl === undefined ? null : async (advance) => await notifyAdvance(store.db, advance),
    log,
  });
  let app: FastifyInstance | undefined;
  // Sockets say goodbye before HTTP waits for its connections to end.
  ends.push(async () => {
    await wakes.close();
    await app?.close();
  });
  if (databaseUrl !== undefined) {
    ends.push(await listenForAdvances(databaseUrl, options.limits ?? DEFAULT_LIMITS, log, wakes.deliver));
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  }
  const highWater = openHighWater(options.highWaterFile ?? defaultHighWaterFile(dataDir));
  const context: Context = { store, now: options.now ?? Date.now, log, wakes, highWater };
  if (options.isDemo) await ensureDemo(context);

  const token = newToken();
  app = buildApp(context, token);
  const url = await listen(app, options.host ?? '127.0.0.1', options.port ?? 0);
  wakes.attach(app.server);
  ends.push(hangOut(dataDir, url, token));
  log.info({ url, engine: store.engine, epoch: store.meta.epoch }, 'listening');
  return { url, context, close };
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Port ${port} is taken by another program; choose another with HOLOS_PORT.`,
        error,
      );
    if (code === 'EACCES')
      throw new StartError(
        `Port ${port} may not be used by this user; choose one above 1023 with HOLOS_PORT.`,
        error,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartError(`This machine has no address "${host}"; correct HOLOS_HOST.`, error);
    }
    throw error;
  }
  return urlOf(host, app.server.address());
}

/** The address under which the server is reached from this machine. */
function urlOf(host: string, address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${address.port}`;
}

/** Ends everything, last opened first, and reports the first failure after all have had their turn. */
async function endAll(ends: (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends.toReversed()) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
