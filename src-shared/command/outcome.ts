import { z } from 'zod';
import { CommandId } from '../brand.ts';

/** Values that fill the placeholders of a refusal's text. Ids and numbers only, never a caller's data. */
export const RefusalData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type RefusalData = z.infer<typeof RefusalData>;

/** What the server did with a command (sync specification 1.3); none of the five blocks the commands after it. */
export const OutcomeName = z.enum(['applied', 'merged', 'conflicted', 'refused', 'quarantined']);
export type OutcomeName = z.infer<typeof OutcomeName>;

/** The server's receipt for one command. */
export const CommandResult = z.strictObject({
  seq: z.int().positive(),
  id: CommandId,
  outcome: OutcomeName,
  /** Refusal code, with a text `refusal.<code>` in every language; null when there is nothing to explain. */
  code: z.string().nullable(),
  data: RefusalData.nullable(),
  /** Version of the region at which it was decided, and its place within that version. */
  version: z.int().nonnegative(),
  ordinal: z.int().nonnegative(),
});
export type CommandResult = z.infer<typeof CommandResult>;

/** Why the server kept a command aside; each has a text `refusal.<code>` in every language. */
export const QUARANTINE_CODES = [
  'unknown_command',
  'payload_malformed',
  'hash_mismatch',
  'id_reused',
  'held_with',
  'defect',
] as const;
export type QuarantineCode = (typeof QUARANTINE_CODES)[number];
