import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { hangOut, newToken } from './admin/door.ts';
import type { Context } from './context.ts';
import { type CoreOptions, openCore } from './core.ts';
import { authorise } from './enrolment/authorise.ts';
import { buildApp } from './http/app.ts';
import { StartError } from './startError.ts';
import { readEpoch } from './store/meta.ts';
import { listenForAdvances, notifyAdvance } from './store/notify.ts';
import type { Store } from './store/open.ts';
import { DEFAULT_LIMITS } from './store/postgres.ts';
import { keepSnapshots } from './sync/snapshot/keeper.ts';
import { openWakes } from './sync/wake.ts';

/** How long requests under way may take to finish when the server stops. */
const LAST_REQUESTS_MS = 2_000;

/** What a server is started with; everything but the data folder has a default. */
export interface ServerOptions extends CoreOptions {
  /** 0 takes any free port. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
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
  // What was opened, closed in the opposite order; each only once, also when closing is asked for twice.
  const ends: (() => Promise<void> | void)[] = [];
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= endAll(ends);
    return closing;
  };
  try {
    return await assemble(options, ends, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  options: ServerOptions,
  ends: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<RunningServer> {
  const { databaseUrl, dataDir } = options;
  const log = options.log ?? pino({ level: 'silent' });
  let app: FastifyInstance | undefined;
  let wakes: Wakes | undefined;
  const core = await openCore({ ...options, log }, (store) => {
    wakes = openWakesOver(store, options, log);
    return wakes;
  }).catch(async (error: unknown) => {
    await wakes?.close();
    throw error;
  });
  ends.push(core.close);
  // Sockets say goodbye before HTTP waits for its connections to end.
  ends.push(async () => {
    await wakes?.close();
    if (app !== undefined) await endHttp(app);
  });
  const { context } = core;
  if (databaseUrl !== undefined) {
    const deliver: Wakes['deliver'] = (advance) => wakes?.deliver(advance);
    ends.push(await listenForAdvances(databaseUrl, options.limits ?? DEFAULT_LIMITS, log, deliver));
  }

  const token = newToken();
  app = buildApp(context, token);
  const url = await listen(app, options.host ?? '127.0.0.1', options.port ?? 0);
  wakes?.attach(app.server);
  ends.push(hangOut(dataDir, url, token));
  // Stopped before the store under it is closed.
  ends.push(keepSnapshots(context).stop);
  log.info({ url, engine: context.store.engine, epoch: await readEpoch(context.store.db) }, 'listening');
  return { url, context, close };
}

type Wakes = ReturnType<typeof openWakes>;

function openWakesOver(store: Store, options: ServerOptions, log: Context['log']): Wakes {
  const isShared = options.databaseUrl !== undefined;
  return openWakes({
    authorise: async (header) => await authorise(store, header),
    relay: isShared ? async (advance) => await notifyAdvance(store.db, advance) : null,
    log,
  });
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

/**
 * Lets requests under way finish, for a while. A connection that was opened and says nothing counts as busy to Node, and would keep
 * the server from stopping until its own limit of a minute; what is cut off here is safe to send again.
 */
async function endHttp(app: FastifyInstance): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS);
  await app.close();
  clearTimeout(impatience);
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
