import { z } from 'zod';
import { CommandId, OperatorId, RegionId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** What one workstation did while it practised an outage; told once everything that waited has arrived at the centre. */
export const PracticeResult = z.strictObject({
  workstation: WorkstationId,
  by: OperatorId,
  beganAt: Instant,
  endedAt: Instant,
  /** `time`: the practice was over. `left`: somebody at the workstation ended it early. */
  end: z.enum(['time', 'left', 'called_off']),
  calls: z.int().nonnegative(),
  consultations: z.int().nonnegative(),
  appeals: z.int().nonnegative(),
  /** Commands that waited for the centre when it came back. */
  waiting: z.int().nonnegative(),
  /** Commands the workstation's own rules already refused. */
  setAside: z.int().nonnegative(),
  numbersFree: z.int().nonnegative(),
  /** When the centre had confirmed the last of what waited: from `endedAt` to here the queue drained. */
  arrivedAt: Instant,
});
export type PracticeResult = z.infer<typeof PracticeResult>;

/** A practised outage: chosen workstations work without the centre for a while, though the cable is whole. */
export const Practice = z.strictObject({
  /** Id of the command that began it. */
  id: CommandId,
  region: RegionId,
  workstations: z.array(WorkstationId).min(1).max(200),
  by: OperatorId,
  beganAt: Instant,
  endsAt: Instant,
  /** When a lead called it off before its time; null otherwise. */
  calledOffAt: Instant.nullable(),
  /** Append only, one a workstation. */
  results: z.array(PracticeResult),
});
export type Practice = z.infer<typeof Practice>;
