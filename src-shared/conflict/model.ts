import { z } from 'zod';
import { AppealId, ApplicantId, CommandId, OperatorId, RegionId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Value of an amendable field: text, a switch, or nothing (a withheld telephone number). */
export const FieldValue = z.union([z.string().max(100_000), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof FieldValue>;

/** How a person ended a conflict. `other`: a third value, typed while looking at both. */
export const ConflictChoice = z.enum(['server', 'mine', 'other']);
export type ConflictChoice = z.infer<typeof ConflictChoice>;

/**
 * Two people changed the same field. The server's value stands in the record, the other one is kept here until a person chooses;
 * nothing expires (sync specification 1.7). Id: `conflictId`, so that the next offline edit of the same field joins this conflict.
 */
export const Conflict = z.strictObject({
  id: z.string().max(160),
  region: RegionId,
  appeal: AppealId,
  /** Owner of the field when its path begins with `applicant.`. */
  applicant: ApplicantId,
  /** Path of the field, such as `text` or `applicant.phone`. */
  field: z.string().max(60),
  /** What the author saw before changing it. */
  base: FieldValue,
  server: FieldValue,
  mine: FieldValue,
  /** Command that brought the newest `mine`. */
  command: CommandId,
  author: OperatorId,
  workstation: WorkstationId,
  at: Instant,
  state: z.enum(['open', 'resolved']),
  choice: ConflictChoice.nullable(),
  resolvedBy: OperatorId.nullable(),
  resolvedAt: Instant.nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

/** One conflict for a field of an appeal as edited on one workstation: its chain of offline edits meets in it. */
export function conflictId(appeal: string, field: string, workstation: string): string {
  return `${appeal}:${field}:${workstation}`;
}
