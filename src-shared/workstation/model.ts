import { z } from 'zod';
import { RegionId, WorkstationId } from '../brand.ts';

/** The public part of an enrolled device, written by the server: leads choose among them and see which one a case came from. */
export const WorkstationRecord = z.strictObject({
  id: WorkstationId,
  region: RegionId,
  name: z.string().max(100),
  active: z.boolean(),
});
export type WorkstationRecord = z.infer<typeof WorkstationRecord>;
