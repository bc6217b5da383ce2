import { z } from 'zod';
import { AppealId, ApplicantId, CommandId, OperatorId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { Command } from '../command/envelope.ts';
import { OutcomeName, RefusalData } from '../command/outcome.ts';
import { FieldValue } from '../conflict/model.ts';

/** A field in which two people wrote different things, with all that is needed to choose. */
export const AttentionConflict = z.strictObject({
  id: z.string(),
  appeal: AppealId,
  applicant: ApplicantId,
  field: z.string(),
  /** What both began from. */
  base: FieldValue,
  /** What stands in the record now, and who wrote it when. */
  server: FieldValue,
  serverName: z.string(),
  serverAt: Instant,
  mine: FieldValue,
  mineName: z.string(),
  mineAt: Instant,
});
export type AttentionConflict = z.infer<typeof AttentionConflict>;

/** The appeal a command was about, as it stands now. */
export const AttentionAppeal = z.strictObject({
  id: AppealId,
  applicant: ApplicantId,
  number: z.string(),
  topic: z.string(),
  assignee: OperatorId.nullable(),
  assigneeName: z.string().nullable(),
});

/** A command that needs a person: whole, with a plain reason. `predicted`: this workstation's own rules already say no. */
export const AttentionItem = z.strictObject({
  command: CommandId,
  kind: z.string(),
  actor: OperatorId,
  actorName: z.string(),
  at: Instant,
  reason: z.union([OutcomeName, z.literal('predicted')]),
  code: z.string().nullable(),
  data: RefusalData.nullable(),
  /** The command's content, for showing in words. */
  payload: z.record(z.string(), z.unknown()),
  /** What its author saw in the fields it changes. */
  base: Command.shape.base,
  /** Registration number it carried, told to the caller already. */
  number: z.string().nullable(),
  /** A corrected registration sent from here keeps that number. */
  keepsNumber: z.boolean(),
  /** `handed`: its author gave it to the leads. */
  state: z.enum(['open', 'handed']),
  /** `here`: only this workstation knows of it yet, so it can be hidden but not settled. */
  known: z.enum(['centre', 'here']),
  /** Null when it was about no appeal, or about one that is not on this workstation. */
  appeal: AttentionAppeal.nullable(),
  conflicts: z.array(AttentionConflict),
  /** Who gave the appeal to whom it belongs now, for a command that wanted to give it to somebody; absent where that is not known. */
  given: z.strictObject({ byName: z.string(), at: Instant }).optional(),
});
export type AttentionItem = z.infer<typeof AttentionItem>;

export const AttentionListOutput = z.strictObject({ items: z.array(AttentionItem) });
