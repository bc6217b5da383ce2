import { z } from 'zod';
import { GrantId, OperatorId } from '../brand.ts';
import { Command } from '../command/envelope.ts';
import { OutcomeName } from '../command/outcome.ts';
import { Block } from '../number/lease.ts';
import { answerHead, requestHead } from './envelope.ts';
import { MAX_BATCH_COMMANDS } from './version.ts';

/** A command the lost server had decided, with the place and the outcome it had then. */
export const RepushEntry = z.object({
  command: Command,
  epoch: z.uuid(),
  version: z.int().nonnegative(),
  ordinal: z.int().nonnegative(),
  outcome: OutcomeName,
  code: z.string().nullable(),
});
export type RepushEntry = z.infer<typeof RepushEntry>;

/**
 * POST /sync/repush: what this workstation knows of the time the restored server has lost (sync specification 1.9). Repeating it is
 * always safe. `complete` comes with the last one; `blocks` are all number blocks this workstation ever got.
 */
export const RepushRequest = z.object({
  ...requestHead,
  epoch: z.uuid(),
  entries: z.array(RepushEntry).max(MAX_BATCH_COMMANDS),
  blocks: z.array(Block).max(1000),
  /** Last sequence this client knows to be acknowledged: what is missing below it is lost and must not hold up what follows. */
  ackedSeq: z.int().nonnegative(),
  /** Sign-ins this workstation knows; the server may have lost those made after its backup. */
  grants: z.array(z.strictObject({ id: GrantId, operator: OperatorId })).max(1000),
  complete: z.boolean(),
});
export type RepushRequest = z.infer<typeof RepushRequest>;

export const RepushAnswer = z.object({
  ...answerHead,
  epoch: z.uuid(),
  /** How many of the entries the server did not have. */
  taken: z.int().nonnegative(),
});
export type RepushAnswer = z.infer<typeof RepushAnswer>;
