import { DEFAULT_LIMITS, type UnsentLimits } from '../../src-shared/sync/unsent.ts';
import type { Db } from './tables.ts';

/** How old unsent work of a region may be before it is pointed out; the product's own limits where nothing was set. */
export async function readUnsentLimits(db: Db, region: string): Promise<UnsentLimits> {
  const row = await db
    .selectFrom('region_profile')
    .select(['calm_minutes', 'warn_minutes'])
    .where('region', '=', region)
    .executeTakeFirst();
  return {
    calmMinutes: row?.calm_minutes ?? DEFAULT_LIMITS.calmMinutes,
    warnMinutes: row?.warn_minutes ?? DEFAULT_LIMITS.warnMinutes,
  };
}

export async function writeUnsentLimits(db: Db, region: string, limits: UnsentLimits): Promise<void> {
  await db
    .updateTable('region_profile')
    .set({ calm_minutes: limits.calmMinutes, warn_minutes: limits.warnMinutes })
    .where('region', '=', region)
    .execute();
}
