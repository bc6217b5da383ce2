import { z } from 'zod';
import { RegionId } from '../brand.ts';

/** Sent over the WebSocket `/sync/wake` after a commit. Only a hint: losing every one of them costs time, never data. */
export const Wake = z.strictObject({ region: RegionId, version: z.int().nonnegative() });
export type Wake = z.infer<typeof Wake>;
