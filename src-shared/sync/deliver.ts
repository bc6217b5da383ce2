import { z } from 'zod';
import { ClientId } from '../brand.ts';
import { Command } from '../command/envelope.ts';
import { CommandResult } from '../command/outcome.ts';
import { answerHead, requestHead } from './envelope.ts';
import { PushStop } from './push.ts';
import { MAX_BATCH_COMMANDS } from './version.ts';

/**
 * POST /sync/deliver: commands of another workstation, brought by this one out of an exported file. They are decided exactly as if their
 * own workstation had pushed them; when it does so later, each is recognised. All commands of one request are of one client, in sequence.
 */
export const DeliverRequest = z.object({
  ...requestHead,
  epoch: z.uuid(),
  /** Client that issued the commands. */
  origin: ClientId,
  commands: z.array(Command).min(1).max(MAX_BATCH_COMMANDS),
});
export type DeliverRequest = z.infer<typeof DeliverRequest>;

export const DeliverAnswer = z.object({
  ...answerHead,
  epoch: z.uuid(),
  results: z.array(CommandResult),
  stop: PushStop.nullable(),
});
export type DeliverAnswer = z.infer<typeof DeliverAnswer>;
