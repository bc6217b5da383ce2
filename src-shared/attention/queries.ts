import { z } from 'zod';
import { CommandId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { OutcomeName, RefusalData } from '../command/outcome.ts';

/** A command that needs a person: whole, with a plain reason. `predicted`: this workstation's own rules already say no. */
export const AttentionItem = z.strictObject({
  command: CommandId,
  kind: z.string(),
  actorName: z.string(),
  at: Instant,
  reason: z.union([OutcomeName, z.literal('predicted')]),
  code: z.string().nullable(),
  data: RefusalData.nullable(),
  /** The command's content, for showing in words. */
  payload: z.record(z.string(), z.unknown()),
});
export type AttentionItem = z.infer<typeof AttentionItem>;

export const AttentionListOutput = z.strictObject({ items: z.array(AttentionItem) });
