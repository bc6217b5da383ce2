import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Timers } from '../src-shared/timers.ts';
import { ensureDemo } from './admin/demo.ts';
import { openBlobFolder } from './blob/folder.ts';
import type { Context } from './context.ts';
import { defaultHighWaterFile } from './environment.ts';
import { type Random, systemRandom } from './random.ts';
import { openStore, type Store, type StoreOptions } from './store/open.ts';
import { openHighWater } from './sync/highWater.ts';
import { openSnapshotFolder } from './sync/snapshot/folder.ts';
import { nodeTimers } from './timers.ts';

/** What the server's work is opened with; everything but the data folder has a default. */
export interface CoreOptions extends Omit<StoreOptions, 'log'> {
  readonly highWaterFile?: string | undefined;
  /** Creates the demo's region and accounts where they are missing. */
  readonly isDemo?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly timers?: Timers | undefined;
  readonly log?: Logger | undefined;
}

/** Everything of the server that does not listen: the store and what works on it. Whoever opened it closes it. */
export interface Core {
  readonly context: Context;
  close(): Promise<void>;
}

/**
 * Opens the store and puts together what the requests are answered with. Listens to nothing: `server.ts` adds sockets, the
 * administrator's command and the simulator of the tests use it as it is.
 * @param wakesOf makes the way in which workstations are woken
 * @throws StoreError with a sentence for the administrator
 */
export async function openCore(
  options: CoreOptions,
  wakesOf: (store: Store) => Context['wakes'],
): Promise<Core> {
  const log = options.log ?? pino({ level: 'silent' });
  const random: Random = options.random ?? systemRandom;
  const store = await openStore({ ...options, log });
  const close = async () => await store.close();
  try {
    if (options.databaseUrl !== undefined) mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
    const highWater = openHighWater(options.highWaterFile ?? defaultHighWaterFile(options.dataDir));
    const context: Context = {
      store,
      now: options.now ?? Date.now,
      timers: options.timers ?? nodeTimers,
      random,
      log,
      wakes: wakesOf(store),
      highWater,
      blobs: openBlobFolder(join(options.dataDir, 'blobs')),
      snapshots: openSnapshotFolder(join(options.dataDir, 'snapshots')),
    };
    if (options.isDemo) await ensureDemo(context);
    return { context, close };
  } catch (error) {
    await close();
    throw error;
  }
}
