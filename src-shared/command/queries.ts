import { z } from 'zod';
import { CallId, CommandId } from '../brand.ts';
import { Command } from './envelope.ts';

/**
 * command.submit: one act of the operator, all of its commands or none. `action` is minted by the window once per act:
 * a repeated submit (double press, lost answer) returns the first result instead of doing it again.
 * `finishes` names the calls whose drafts the act consumes.
 */
export const SubmitInput = z.strictObject({
  action: z.uuid(),
  commands: z
    .array(
      z.strictObject({
        kind: z.string().max(60),
        payload: z.record(z.string(), z.unknown()),
        /** What the author saw in the fields the command changes; only for commands that compare. */
        base: Command.shape.base.optional(),
        /** Number told already: of an open paper blank, or of a registration the centre refused; others get theirs here. */
        number: z.string().max(40).optional(),
      }),
    )
    .min(1)
    .max(200),
  /** Draft fields this act completes; they are kept for 7 days, then forgotten. */
  consumes: z.array(z.strictObject({ call: CallId, field: z.string().max(20).nullable() })).max(20),
});
export type SubmitInput = z.infer<typeof SubmitInput>;

export const SubmitOutput = z.strictObject({
  commands: z.array(z.strictObject({ id: CommandId, kind: z.string(), number: z.string().nullable() })),
});
export type SubmitOutput = z.infer<typeof SubmitOutput>;
