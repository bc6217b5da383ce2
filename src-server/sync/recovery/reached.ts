import type { Context } from '../../context.ts';
import { readEpoch } from '../../store/meta.ts';
import { listHeads } from '../../store/region.ts';
import { inSnapshot } from '../../store/transaction.ts';

/** How far the server has been is noted at most this often, in milliseconds. */
const NOTE_EVERY_MS = 1_000;

/** Writes into the high-water file how far the server is now. */
export async function noteReached(context: Pick<Context, 'store' | 'highWater'>): Promise<void> {
  const reached = await inSnapshot(context.store.db, async (tx) => ({
    epoch: await readEpoch(tx),
    heads: Object.fromEntries(
      (await listHeads(tx)).map(({ region, version, mark }) => [region, [version, mark] as [number, string]]),
    ),
  }));
  context.highWater.keepReached(reached);
}

/** Notes how far the server is, a second after it went on and at an orderly stop. */
export interface ReachedKeeper {
  /** The server went on. */
  moved(): void;
  /** Notes the last of it. */
  stop(): Promise<void>;
}

/** @param context what the noting needs; the keeper is a part of the whole context */
export function createReachedKeeper(
  context: Pick<Context, 'store' | 'highWater' | 'timers' | 'log'>,
): ReachedKeeper {
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();
  let isStopped = false;
  const write = async () => {
    try {
      await noteReached(context);
    } catch (error) {
      // The store or the disk is in trouble; the next commit asks for it again.
      context.log.error({ err: error instanceof Error ? error.name : 'unknown' }, 'could not note how far');
    }
  };
  return {
    moved() {
      if (isStopped || cancel !== null) return;
      cancel = context.timers.after(NOTE_EVERY_MS, () => {
        cancel = null;
        writing = writing.then(write);
      });
    },
    async stop() {
      isStopped = true;
      cancel?.();
      await writing;
      await write();
    },
  };
}
