import { z } from 'zod';
import { AppealId, OperatorId, PairId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Most appeals that one word of a lead can be about. */
export const MOST_TOGETHER = 200;

/** A lead has looked: these appeals are alike and yet about different things. They are not shown together again. */
export const PairVerdict = z.strictObject({
  id: PairId,
  region: RegionId,
  appeals: z.array(AppealId).min(2).max(MOST_TOGETHER),
  by: OperatorId,
  at: Instant,
});
export type PairVerdict = z.infer<typeof PairVerdict>;
