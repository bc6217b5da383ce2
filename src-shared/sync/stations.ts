import { z } from 'zod';
import { WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { answerHead, requestHead } from './envelope.ts';

/** POST /sync/stations: what the centre last heard from each workstation of the region; for leads. */
export const StationsRequest = z.object({ ...requestHead });
export type StationsRequest = z.infer<typeof StationsRequest>;

export const StationState = z.object({
  workstation: WorkstationId,
  name: z.string(),
  seenAt: Instant,
  /** As the workstation said at its last hello; null for one that does not say. */
  waiting: z.int().nonnegative().nullable(),
  oldestWaitingAt: Instant.nullable(),
});
export type StationState = z.infer<typeof StationState>;

export const StationsAnswer = z.object({ ...answerHead, stations: z.array(StationState) });
export type StationsAnswer = z.infer<typeof StationsAnswer>;
