import { legalDay } from '../../../src-shared/clock.ts';
import { AGEING_TYPES, agedOut, companionOf, type Horizon } from '../../../src-shared/replication/age.ts';
import type { Desk } from '../desk.ts';
import { horizonNow, isKept } from './scope.ts';

/** Records looked at in one go: a few milliseconds. */
const PAGE = 1_000;
/** After the start, when the first screens are there. */
const FIRST_MS = 60_000;
const NEXT_MS = 24 * 3_600_000;

/** Takes out what has grown old, once after the start and then daily. Whoever opened it stops it. */
export interface Sweeper {
  /** Sweeps now. @returns how many records went; never travels to the centre */
  sweep(): Promise<number>;
  stop(): void;
}

/** @param onSwept told when a sweep has removed anything */
export function createSweeper(desk: Desk, onSwept: () => void): Sweeper {
  let isStopped = false;
  let cancel = desk.timers.after(FIRST_MS, run);

  function run(): void {
    sweep().catch((error: unknown) =>
      desk.log.error({ err: error }, 'sweep failed; the next one tries again'),
    );
    cancel = desk.timers.after(NEXT_MS, run);
  }

  async function sweep(): Promise<number> {
    desk.stores.records.pinned.prune(legalDay(desk.time.serverMs()));
    const horizon = horizonNow(desk);
    let removed = 0;
    for (const type of AGEING_TYPES) {
      for (let after: string | null = ''; after !== null && !isStopped; ) {
        const page = sweepPage(desk, type, after, horizon);
        removed += page.removed;
        after = page.last;
        await new Promise<void>((resolve) => void desk.timers.after(0, resolve));
      }
    }
    if (removed > 0) {
      desk.log.info({ removed, before: horizon.day }, 'finished work of long ago left to the centre');
      onSwept();
    }
    return removed;
  }

  return {
    sweep,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

/** One page in one transaction. @returns the last id looked at; null at the end */
function sweepPage(
  desk: Desk,
  type: (typeof AGEING_TYPES)[number],
  after: string,
  horizon: Horizon,
): { readonly removed: number; readonly last: string | null } {
  const { records } = desk.stores;
  return records.transact(() => {
    const page = records.ageing.page(type, after, PAGE);
    let removed = 0;
    for (const { id, version, doc } of page) {
      const record = { type, version, doc: JSON.parse(doc) as Record<string, unknown> };
      const isAged = agedOut(record, horizon) || isOrphan(desk, record);
      if (!isAged || isKept(desk, type, id)) continue;
      const companions = type === 'appeal' ? records.ageing.companionsOf(id) : [];
      for (const ref of [{ type, id }, ...companions]) {
        records.record.remove(ref);
        removed += 1;
      }
    }
    return { removed, last: page.length < PAGE ? null : (page.at(-1)?.id ?? null) };
  });
}

/** History that a pull brought of an appeal which is not held here any more. */
function isOrphan(desk: Desk, record: { type: string; doc: Record<string, unknown> }): boolean {
  const appeal = companionOf(record);
  return appeal !== null && desk.stores.records.record.row('appeal', appeal) === undefined;
}
