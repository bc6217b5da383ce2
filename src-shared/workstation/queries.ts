import { z } from 'zod';
import { WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** A workstation of the region and what the centre last heard from it. */
export const StationLine = z.strictObject({
  workstation: WorkstationId,
  name: z.string(),
  active: z.boolean(),
  /** This one here: its own figures are always present. */
  isSelf: z.boolean(),
  /** Null when the centre could not be asked. */
  seenAt: Instant.nullable(),
  /** Commands waiting there; null when it does not say, or when the centre could not be asked. */
  waiting: z.int().nonnegative().nullable(),
  oldestWaitingAt: Instant.nullable(),
  /** Until when it takes part in a practised outage; null otherwise. */
  practiceUntil: Instant.nullable(),
});
export type StationLine = z.infer<typeof StationLine>;

/** station.list: for leads. `heardAt` null: the centre cannot be reached, so nothing is known of the others. */
export const StationListOutput = z.strictObject({
  stations: z.array(StationLine),
  heardAt: Instant.nullable(),
});
export type StationList = z.infer<typeof StationListOutput>;
