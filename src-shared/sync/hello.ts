import { z } from 'zod';
import { Instant } from '../clock.ts';
import { Block } from '../number/lease.ts';
import { Cursor } from './cursor.ts';
import { answerHead, requestHead } from './envelope.ts';
import { UnsentLimits } from './unsent.ts';

/** POST /sync/hello: who I am, how far I am, how many numbers I hold. Also measures the clock. */
export const HelloRequest = z.object({
  ...requestHead,
  app: z.string().max(40),
  protocol: z.tuple([z.int(), z.int()]),
  epoch: z.uuid().nullable(),
  cursor: Cursor.nullable(),
  /** Last sequence this client knows to be acknowledged; 0 before the first. */
  ackedSeq: z.int().nonnegative(),
  nextSeq: z.int().positive(),
  clock: z.strictObject({ wall: z.int(), mono: z.int().nonnegative() }),
  /** Per year: numbers still free, highest use of one day, blocks known; the server leases what is missing. */
  numbers: z
    .array(
      z.strictObject({
        year: z.int(),
        free: z.int().nonnegative(),
        peakPerDay: z.int().nonnegative(),
        blocks: z.array(z.uuid()).max(500),
      }),
    )
    .max(3),
  /** Version 2: commands waiting here and since when, for the lead who looks after the machines. */
  waiting: z.object({ count: z.int().nonnegative(), oldestAt: Instant.nullable() }).optional(),
});
export type HelloRequest = z.infer<typeof HelloRequest>;

/**
 * What the client has to do next. `ok`: push, then pull. `fork`: its database was copied or restored, it must take a new
 * client id. `resnapshot`: pull from the beginning. `repush` and `recovering` belong to a restored server.
 */
export const Verdict = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('ok') }),
  z.strictObject({ name: z.literal('fork') }),
  z.strictObject({ name: z.literal('repush'), from: z.int().positive() }),
  z.strictObject({ name: z.literal('resnapshot') }),
  z.strictObject({ name: z.literal('recovering') }),
]);
export type Verdict = z.infer<typeof Verdict>;

export const HelloAnswer = z.object({
  ...answerHead,
  epoch: z.uuid(),
  protocol: z.int(),
  serverTime: Instant,
  /** Last sequence of this client the server has decided, and the hash of that command; null before the first. */
  lastSeq: z.int().nonnegative(),
  lastHash: z.string().nullable(),
  verdict: Verdict,
  /** Blocks leased to this client that it did not list as known, new ones included. */
  leases: z.array(Block),
  /** The workstation's own permanent series, for numbers beyond the blocks. */
  series: z.int().positive(),
  /**
   * Version 2: how many days back finished work is held by the workstations too, and the last version that the centre committed before.
   */
  horizon: z.object({ days: z.int().positive(), version: z.int().nonnegative() }).optional(),
  /**
   * Version 2: up to which version of the region a verified backup of the server exists. Acknowledged commands above it are kept here,
   * however old, because they may be the only other copy (sync specification A2).
   */
  durable: z.int().nonnegative().optional(),
  /** Version 2: how old unsent work may be before it is pointed out. */
  limits: UnsentLimits.optional(),
  /** Version 2: highest number of the own series that the server knows, by year; a restored workstation goes on above it. */
  ownSeries: z.array(z.strictObject({ year: z.int(), last: z.int().nonnegative() })).optional(),
});
export type HelloAnswer = z.infer<typeof HelloAnswer>;
