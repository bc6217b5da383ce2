import { z } from 'zod';
import { BrowseColumns, BrowseFilter, BrowseOrder } from '../appeal/browse.ts';
import { OperatorId, RegionId, ViewId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Conditions of the full list kept under a name. */
export const SavedView = z.strictObject({
  id: ViewId,
  region: RegionId,
  owner: OperatorId,
  name: z.string().trim().min(1).max(60),
  filter: BrowseFilter,
  order: BrowseOrder,
  /** Columns of the list; absent for the usual ones. */
  columns: BrowseColumns.optional(),
  /** Offered to everybody of the region. */
  isShared: z.boolean(),
  /** Taken away by its owner. */
  isRemoved: z.boolean(),
  at: Instant,
});
export type SavedView = z.infer<typeof SavedView>;
