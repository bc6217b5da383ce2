import { type Day, legalDay } from '../../src-shared/clock.ts';
import { type Horizon, horizonOn } from '../../src-shared/replication/age.ts';
import type { Context } from '../context.ts';
import { readHead, readHorizonDays } from '../store/region.ts';
import type { Db } from '../store/tables.ts';
import { lastVersionBefore } from '../store/versionMark.ts';

/** A region's horizon as told to workstations. */
export interface RegionHorizon extends Horizon {
  readonly days: number;
}

/** Horizons found today, by the store they are of: the version changes once a day, and every hello asks for it. */
const found = new WeakMap<object, Map<string, { readonly today: Day; readonly horizon: RegionHorizon }>>();

/** Where a region's past begins that stays at the centre alone. */
export async function horizonOf(context: Context, db: Db, region: string): Promise<RegionHorizon> {
  const today = legalDay(context.now());
  const days = await readHorizonDays(db, region);
  const known = found.get(context.store) ?? new Map();
  found.set(context.store, known);
  const last = known.get(region);
  if (last?.today === today && last.horizon.days === days) return last.horizon;
  const begins = horizonOn(today, days, 0);
  const { version: head } = await readHead(db, region);
  const version = await lastVersionBefore(db, region, begins.instant, head);
  const horizon = { ...begins, version, days };
  known.set(region, { today, horizon });
  return horizon;
}
