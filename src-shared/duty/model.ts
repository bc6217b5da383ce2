import { z } from 'zod';
import { OperatorId, RegionId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';

/**
 * What an operator is doing now. `inCall` and `wrapUp` follow from the calls, the rest is chosen; `wrapUp` is the time after a call in which
 * its card is completed, `training` includes practice and instruction.
 */
export const DutyState = z.enum(['ready', 'inCall', 'wrapUp', 'break', 'training', 'off']);
export type DutyState = z.infer<typeof DutyState>;

/** Why somebody takes no calls for a while. */
export const BreakReason = z.enum(['rest', 'meal', 'technical', 'personal']);
export type BreakReason = z.infer<typeof BreakReason>;

/** Why more time is needed than usual. Counted, so that a short limit or a bad form is noticed; nobody is judged by it. */
export const ExtensionReason = z.enum(['card', 'answer', 'hardCall', 'technical']);
export type ExtensionReason = z.infer<typeof ExtensionReason>;

/** What one operator is doing, one record a person; its id is the operator's. */
export const Duty = z.strictObject({
  id: OperatorId,
  region: RegionId,
  state: DutyState,
  reason: BreakReason.nullable(),
  since: Instant,
  workstation: WorkstationId,
  /** How often "two more minutes" were asked for in this spell. */
  extensions: z.int().nonnegative(),
});
export type Duty = z.infer<typeof Duty>;

/** duty.get: of the signed-in operator; null before the first change. */
export const DutyGetOutput = z.strictObject({ duty: Duty.nullable() });
