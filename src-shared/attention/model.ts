import { z } from 'zod';
import { CommandId, OperatorId, RegionId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { OutcomeName, RefusalData } from '../command/outcome.ts';

/** How a person settled a command that the centre could not simply accept. */
export const AttentionWay = z.enum(['discarded', 'sent_again', 'kept_server', 'kept_mine', 'decided']);
export type AttentionWay = z.infer<typeof AttentionWay>;

/**
 * A command the centre refused, met a conflict with, or put aside; written by the server beside its receipt and replicated, so that its
 * author and every lead of the region see it, whichever workstation they sit at. Whole: nothing of what was entered is lost.
 */
export const AttentionRecord = z.strictObject({
  /** Id of the command. */
  id: CommandId,
  region: RegionId,
  kind: z.string(),
  v: z.int().positive(),
  actor: OperatorId,
  workstation: WorkstationId,
  /** Corrected time at which the command was given. */
  at: Instant,
  outcome: OutcomeName,
  code: z.string().nullable(),
  data: RefusalData.nullable(),
  payload: z.record(z.string(), z.unknown()),
  base: z.array(z.strictObject({ field: z.string(), value: z.unknown() })).nullable(),
  number: z.string().nullable(),
  /** `open`: with its author. `handed`: given to the leads. `settled`: somebody found a way on. */
  state: z.enum(['open', 'handed', 'settled']),
  way: AttentionWay.nullable(),
  by: OperatorId.nullable(),
  changedAt: Instant.nullable(),
});
export type AttentionRecord = z.infer<typeof AttentionRecord>;
