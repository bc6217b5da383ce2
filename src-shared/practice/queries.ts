import { z } from 'zod';
import { CommandId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { PracticeResult } from './model.ts';

/** One workstation in a practice; without a result it has not come back, or what waited there has not arrived yet. */
export const PracticeStation = z.strictObject({
  workstation: WorkstationId,
  name: z.string(),
  result: PracticeResult.nullable(),
});

/** A practice with its report. */
export const PracticeLine = z.strictObject({
  id: CommandId,
  byName: z.string(),
  beganAt: Instant,
  endsAt: Instant,
  calledOffAt: Instant.nullable(),
  /** Its time is not over, nobody has called it off, and somebody has not come back. */
  running: z.boolean(),
  stations: z.array(PracticeStation),
});
export type PracticeLine = z.infer<typeof PracticeLine>;

/** practice.list: the newest practices of the region first. */
export const PracticeListOutput = z.strictObject({ practices: z.array(PracticeLine) });
