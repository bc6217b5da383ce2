import type { Logger } from 'pino';
import type { Advance } from './store/notify.ts';
import type { Store } from './store/open.ts';
import type { HighWater } from './sync/highWater.ts';

/** What every part of the server is given: built once in `server.ts`, passed in, never a singleton. */
export interface Context {
  readonly store: Store;
  /** The server's clock in milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
  /** Tells the workstations of a region that it has gone on; called after the commit. */
  readonly wakes: { announce(advance: Advance): void };
  readonly highWater: HighWater;
}

/** Whom a request comes from, proved by the workstation's secret. */
export interface Workstation {
  readonly id: string;
  readonly region: string;
  readonly series: number;
}
