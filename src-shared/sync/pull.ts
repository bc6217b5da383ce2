import { z } from 'zod';
import { CommandResult } from '../command/outcome.ts';
import { Cursor } from './cursor.ts';
import { answerHead, requestHead } from './envelope.ts';

/** POST /sync/pull: everything of the workstation's region after a cursor; from the beginning when it is null. */
export const PullRequest = z.object({
  ...requestHead,
  epoch: z.uuid().nullable(),
  cursor: Cursor.nullable(),
  limit: z.int().positive().max(5000),
  /** Acknowledgements wanted for sequences above this one. */
  ackedSeq: z.int().nonnegative(),
});
export type PullRequest = z.infer<typeof PullRequest>;

/** One record as of a version. The document is the server's JSON, kept whole; `null` when deleted or gone elsewhere. */
export const PullRow = z.object({
  type: z.string(),
  id: z.string(),
  region: z.string(),
  version: z.int().positive(),
  ordinal: z.int().nonnegative(),
  deleted: z.boolean(),
  left: z.string().nullable(),
  doc: z.record(z.string(), z.unknown()).nullable(),
});
export type PullRow = z.infer<typeof PullRow>;

export const PullAnswer = z.object({
  ...answerHead,
  epoch: z.uuid(),
  /** True when the asked cursor is not of this server's history: drop the staged pages and pull from the beginning. */
  resnapshot: z.boolean(),
  rows: z.array(PullRow),
  cursor: Cursor,
  /** More pages wait. Only a page with `more: false` proves that acknowledged effects are on board. */
  more: z.boolean(),
  /** Read in the same snapshot as the rows. */
  ack: z.strictObject({ lastSeq: z.int().nonnegative(), results: z.array(CommandResult) }),
});
export type PullAnswer = z.infer<typeof PullAnswer>;
