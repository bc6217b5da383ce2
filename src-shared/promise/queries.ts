import { z } from 'zod';
import { DeliveryState } from '../appeal/queries.ts';
import { CallPromise } from './model.ts';

/** A promise with what is shown beside it. */
export const PromiseLine = z.strictObject({
  promise: CallPromise,
  /** Empty: the shift. */
  ownerName: z.string(),
  madeByName: z.string(),
  /** Number of its appeal; null when it has none. */
  appealNumber: z.string().nullable(),
  delivery: DeliveryState,
});
export type PromiseLine = z.infer<typeof PromiseLine>;

/** promise.list: everybody's that are open, the earliest due first, and the last closed ones. */
export const PromiseListOutput = z.strictObject({
  open: z.array(PromiseLine),
  closed: z.array(PromiseLine),
});
export type PromiseList = z.infer<typeof PromiseListOutput>;
