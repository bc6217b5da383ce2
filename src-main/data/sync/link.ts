import type { z } from 'zod';
import { PULL_PAGE } from '../../../src-shared/sync/version.ts';
import type { Desk } from '../desk.ts';
import { ask, type Exchanged } from './exchange.ts';
import type { Transport } from './transport.ts';

/** Limits of the exchange, times in milliseconds. Tests shorten them. */
export interface SyncTiming {
  /** Between exchanges while connected; a wake-up or a local act comes before it. */
  readonly pollMs: number;
  /** First and longest pause between attempts while offline. */
  readonly backoffFirstMs: number;
  readonly backoffMostMs: number;
  /** Limit of one request. */
  readonly requestMs: number;
  /** Waiting commands without progress for this long: the connection is built anew. */
  readonly watchdogMs: number;
  /** Rows asked for in one pull page. */
  readonly pageRows: number;
}

/** Limits of the product (sync specification 1.4). */
export const SYNC_TIMING: SyncTiming = {
  pollMs: 30_000,
  backoffFirstMs: 1000,
  backoffMostMs: 15_000,
  requestMs: 20_000,
  watchdogMs: 60_000,
  pageRows: PULL_PAGE,
};

/** What push, pull and hello need besides the desk: the way to the centre and what this run has learned. */
export interface Link {
  readonly desk: Desk;
  readonly transport: Transport;
  readonly timing: SyncTiming;
  readonly app: string;
  /** Last sequence the server has decided in this run; pushing starts behind it. Forgotten after any trouble. */
  pushedSeq: number;
  /** Commands in one batch at most; halved by 413 and time-outs, doubled by success. */
  batchLimit: number;
  /** The batch on its way: its first and last sequence. */
  inFlight: readonly [number, number] | null;
  /** A file of the centre that turned out not to be what was offered. */
  strangeSnapshot?: string;
  /** Ends the present request. */
  cancel: AbortController;
}

/** Sends one request to the centre as this workstation. */
export function askCentre<S extends z.ZodType>(
  link: Link,
  path: string,
  body: { readonly request: string; readonly client: string },
  answer: S,
  bytes?: Uint8Array<ArrayBuffer>,
): Promise<Exchanged<z.output<S>>> {
  const enrolment = link.desk.stores.intent.enrolment.get();
  if (enrolment === null) throw new Error('asked the centre before the enrolment');
  return ask({
    transport: link.transport,
    server: enrolment.server,
    path,
    bearer: `${enrolment.workstation}.${enrolment.secret}`,
    body,
    bytes,
    answer,
    timeoutMs: link.timing.requestMs,
    timers: link.desk.timers,
    cancel: link.cancel.signal,
  });
}

/** How a step of the exchange ended: go on, begin again with a hello, or stop and say why. */
export type StepEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'again' }
  | Exclude<Exchanged<never>, { kind: 'answer' } | { kind: 'tooLarge' }>;

/** How a whole exchange ended: nothing is left to be begun again. */
export type ExchangeEnd = Exclude<StepEnd, { kind: 'again' }>;

export const DONE: StepEnd = { kind: 'done' };
export const AGAIN: StepEnd = { kind: 'again' };
export const SERVER_FAULT: ExchangeEnd = { kind: 'trouble', trouble: 'serverFault', retryAfterMs: null };

/** Whether the centre has to be greeted anew: it lives another life than we think, or our cursor is evidence that it was put back. */
export function isHelloWanted(answered: Exchanged<unknown>): boolean {
  return answered.kind === 'refused' && answered.code === 'client_unknown';
}
