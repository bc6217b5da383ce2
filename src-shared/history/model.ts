import { z } from 'zod';
import { CommandId, OperatorId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/**
 * What a reader must know beside the act: the workstation's clock could not be trusted (control staff confirm the day), the
 * account had been disabled when the act arrived, or the act was decided again after the server had been restored.
 */
export const HistoryMark = z.enum(['clock_suspect', 'actor_disabled', 'recovered']);
export type HistoryMark = z.infer<typeof HistoryMark>;

/** One line of what happened to a record. Append only; its id is the id of the command that caused it. */
export const HistoryEntry = z.strictObject({
  id: CommandId,
  region: RegionId,
  /** The record it belongs to. */
  subject: z.strictObject({ type: z.string(), id: z.string() }),
  /** Command kind, such as `appeal.assign`; its text is `history.<kind>`. */
  kind: z.string(),
  actor: OperatorId,
  /** Corrected time at which it was done. */
  at: Instant,
  /** Values for the text, such as `from` and `to`. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Time by the workstation's own clock, where that differed from the corrected one by a minute or more. */
  stationAt: Instant.optional(),
  /** Absent when there is nothing to mark. */
  marks: z.array(HistoryMark).optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
