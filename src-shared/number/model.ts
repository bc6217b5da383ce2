import { z } from 'zod';
import { AppealId, CommandId, RegionId } from '../brand.ts';

/** A number that was told to a caller, for ever bound to its appeal. Its record id is the number itself. */
export const IssuedNumber = z.strictObject({
  id: z.string().min(1).max(40),
  region: RegionId,
  appeal: AppealId,
  command: CommandId,
});
export type IssuedNumber = z.infer<typeof IssuedNumber>;
