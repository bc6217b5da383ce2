import { z } from 'zod';
import { Command } from '../command/envelope.ts';
import { CommandResult } from '../command/outcome.ts';
import { answerHead, requestHead } from './envelope.ts';
import { MAX_BATCH_COMMANDS } from './version.ts';

/** POST /sync/push: commands in sequence. Repeating a push is always safe. */
export const PushRequest = z.object({
  ...requestHead,
  epoch: z.uuid(),
  commands: z.array(Command).min(1).max(MAX_BATCH_COMMANDS),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** Why the server stopped before the end of the batch; what came before is decided all the same. */
export const PushStop = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('gap'), expected: z.int().positive() }),
  z.strictObject({ name: z.literal('forked'), seq: z.int().positive() }),
]);
export type PushStop = z.infer<typeof PushStop>;

/** Results never empty the outbox; only the last page of a pull does. */
export const PushAnswer = z.object({
  ...answerHead,
  epoch: z.uuid(),
  results: z.array(CommandResult),
  stop: PushStop.nullable(),
});
export type PushAnswer = z.infer<typeof PushAnswer>;
