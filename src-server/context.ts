import type { Logger } from 'pino';
import type { Timers } from '../src-shared/timers.ts';
import type { BlobFolder } from './blob/folder.ts';
import type { Random } from './random.ts';
import type { Advance } from './store/notify.ts';
import type { Store } from './store/open.ts';
import type { HighWater } from './sync/highWater.ts';
import type { Recovery } from './sync/recovery/model.ts';
import type { SnapshotFolder } from './sync/snapshot/folder.ts';

/** What every part of the server is given: built once in `core.ts`, passed in, never a singleton. */
export interface Context {
  readonly store: Store;
  /** The server's clock in milliseconds since 1970. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Logger;
  /** Tells the workstations of a region that it has gone on; called after the commit. */
  readonly wakes: { announce(advance: Advance): void };
  readonly highWater: HighWater;
  /** Ends the recovery that follows a restore. */
  readonly recovery: Recovery;
  /** Registration numbers skipped after a restore, beyond the highest one known to have been leased. */
  readonly restoreSkip: number;
  /** Bytes of attached files. */
  readonly blobs: BlobFolder;
  /** Whole regions as files, for workstations that begin. */
  readonly snapshots: SnapshotFolder;
}

/** Whom a request comes from, proved by the workstation's secret. */
export interface Workstation {
  readonly id: string;
  readonly region: string;
  readonly series: number;
}
