import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Timers } from '../src-shared/timers.ts';
import { ensureDemo } from './admin/demo.ts';
import { openBlobFolder } from './blob/folder.ts';
import type { Context } from './context.ts';
import { publishUnknownWorkstations } from './enrolment/publish.ts';
import { defaultHighWaterFile } from './environment.ts';
import { type Random, systemRandom } from './random.ts';
import { openStore, type Store, type StoreOptions } from './store/open.ts';
import { openHighWater } from './sync/highWater.ts';
import { createRecovery } from './sync/recovery/end.ts';
import { createReachedKeeper, type ReachedKeeper } from './sync/recovery/reached.ts';
import { recoverIfRewound } from './sync/recovery/rewound.ts';
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
  /** Registration numbers skipped after a restore; `RESTORE_SKIP` unless said otherwise. */
  readonly restoreSkip?: number | undefined;
}

/** Numbers skipped after a restore beyond all that is known: a margin for a workstation that never comes back to tell. */
const RESTORE_SKIP = 1_000;

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
  let keeper: ReachedKeeper | undefined;
  const close = async () => {
    await keeper?.stop();
    await store.close();
  };
  try {
    if (options.databaseUrl !== undefined) mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
    const highWater = openHighWater(options.highWaterFile ?? defaultHighWaterFile(options.dataDir));
    const timers = options.timers ?? nodeTimers;
    const wakes = wakesOf(store);
    const reached = createReachedKeeper({ store, highWater, timers, log });
    const context: Context = {
      store,
      now: options.now ?? Date.now,
      timers,
      random,
      log,
      wakes: {
        announce(advance) {
          reached.moved();
          wakes.announce(advance);
        },
      },
      highWater,
      recovery: createRecovery(() => context),
      restoreSkip: options.restoreSkip ?? RESTORE_SKIP,
      blobs: openBlobFolder(join(options.dataDir, 'blobs')),
      snapshots: openSnapshotFolder(join(options.dataDir, 'snapshots')),
    };
    await recoverIfRewound(context);
    keeper = reached;
    await context.recovery.endIfComplete();
    if (options.isDemo) await ensureDemo(context);
    await publishUnknownWorkstations(context);
    return { context, close };
  } catch (error) {
    await close();
    throw error;
  }
}
