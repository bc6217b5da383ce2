import type { Logger } from 'pino';
import type { Store } from './store/open.ts';
import type { HighWater } from './sync/highWater.ts';
import type { Wakes } from './sync/wake.ts';

/** What every part of the server is given: built once in `server.ts`, passed in, never a singleton. */
export interface Context {
  readonly store: Store;
  /** The server's clock in milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
  readonly wakes: Pick<Wakes, 'announce'>;
  readonly highWater: HighWater;
}

/** Whom a request comes from, proved by the workstation's secret. */
export interface Workstation {
  readonly id: string;
  readonly region: string;
  readonly series: number;
}
