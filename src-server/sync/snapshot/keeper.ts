import { legalDay, toEpochMs } from '../../../src-shared/clock.ts';
import type { Context } from '../../context.ts';
import { countChangedAfter } from '../../store/record.ts';
import { listRegions } from '../../store/region.ts';
import { buildSnapshot } from './build.ts';
import type { Manifest } from './folder.ts';
import { isOfHistory, newestOf } from './offer.ts';

/** A region with fewer records is fetched page by page about as fast. */
export const WORTH_RECORDS = 5_000;
/** Changes since the file, as a share of its records, from which on a new one is made. */
const FAR_SHARE = 0.2;
/** Between two looks. */
const LOOK_MS = 10 * 60_000;
/** A file that a newer one has replaced stays this long for downloads under way. */
const GRACE_MS = 24 * 3_600_000;

/** Keeps a fresh file of each region ready. Whoever opened it stops it. */
export interface SnapshotKeeper {
  /** One look at every region: builds what is missing or far behind, removes what nobody needs. Never rejects. */
  look(): Promise<void>;
  /** Ends the looking; a build under way is called off. */
  stop(): Promise<void>;
}

/** Looks now and every ten minutes. */
export function keepSnapshots(context: Context): SnapshotKeeper {
  let isStopped = false;
  let cancel: () => void = () => undefined;
  let running: Promise<void> | null = null;

  let isSwept = false;

  async function lookOnce(): Promise<void> {
    try {
      if (!isSwept) await context.snapshots.sweep();
      isSwept = true;
      for (const { id } of await listRegions(context.store.db)) {
        if (isStopped) return;
        if (await isBuildDue(context, id)) await buildOne(id);
      }
      await removeOld(context);
    } catch (error) {
      // A full disk or a lost database: workstations begin page by page, and the next look tries again.
      context.log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'no snapshot could be made');
    }
  }

  async function buildOne(region: string): Promise<void> {
    const began = context.now();
    const manifest = await buildSnapshot(context, region, () => !isStopped);
    if (manifest === null) return;
    const { version, count, bytes } = manifest.offer;
    context.log.info({ region, version, count, bytes, ms: context.now() - began }, 'snapshot built');
  }

  function look(): Promise<void> {
    running ??= lookOnce().finally(() => {
      running = null;
      if (!isStopped) cancel = context.timers.after(LOOK_MS, () => void look());
    });
    return running;
  }

  void look();
  return {
    look,
    async stop() {
      isStopped = true;
      cancel();
      await running;
    },
  };
}

/** Missing though worth it, made on an earlier day though something has changed, or left far behind. */
async function isBuildDue(context: Context, region: string): Promise<boolean> {
  const { db } = context.store;
  const newest = await newestOf(context, region);
  if (newest === null) return (await countChangedAfter(db, region, 0, WORTH_RECORDS)) >= WORTH_RECORDS;
  const { version, count } = newest.offer;
  const isOfToday = legalDay(toEpochMs(newest.builtAt)) === legalDay(context.now());
  if (!isOfToday) return (await countChangedAfter(db, region, version, 1)) > 0;
  const far = Math.max(WORTH_RECORDS, Math.ceil(count * FAR_SHARE));
  return (await countChangedAfter(db, region, version, far)) >= far;
}

/** Removes files of another history at once, and replaced ones after the grace. */
async function removeOld(context: Context): Promise<void> {
  const replacedAt = new Map<string, number>();
  for (const manifest of await context.snapshots.list()) {
    const { region, file } = manifest.offer;
    const since = replacedAt.get(region);
    if (!(await isOfHistory(context, manifest)) || isPastGrace(context, since)) {
      await context.snapshots.remove(file);
      continue;
    }
    replacedAt.set(region, builtMs(manifest));
  }
}

function isPastGrace(context: Context, replacedAt: number | undefined): boolean {
  return replacedAt !== undefined && context.now() - replacedAt > GRACE_MS;
}

function builtMs(manifest: Manifest): number {
  return toEpochMs(manifest.builtAt);
}
