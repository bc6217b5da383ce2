import { z } from 'zod';

/** A headset somebody has chosen here: read again after a restart without asking anew. */
export const HeadsetGrant = z.object({
  vendorId: z.int().nonnegative(),
  productId: z.int().nonnegative(),
  /** Null where the device has none: then every device of its make is the same to us. */
  serialNumber: z.string().max(200).nullable(),
});
export type HeadsetGrant = z.infer<typeof HeadsetGrant>;

export function isSameHeadset(a: HeadsetGrant, b: HeadsetGrant): boolean {
  return a.vendorId === b.vendorId && a.productId === b.productId && a.serialNumber === b.serialNumber;
}
