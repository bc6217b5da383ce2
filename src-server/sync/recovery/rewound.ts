import type { Context } from '../../context.ts';
import { isKnownEpoch, readLife } from '../../store/recovery.ts';
import { listHeads } from '../../store/region.ts';
import { readMark } from '../../store/versionMark.ts';
import { beginRecovery, type RecoveryReason } from './begin.ts';
import { noteReached } from './reached.ts';

/**
 * At start: whether the database is what this server last wrote. If it was put back from a backup, a recovery begins before anything
 * is answered (sync specification 1.9, and section 0: a version alone does not show a rewind, its mark does).
 */
export async function recoverIfRewound(context: Context): Promise<void> {
  const reached = context.highWater.reached();
  const { db } = context.store;
  const { epoch } = await readLife(db);
  if (reached !== null) {
    const reason = await rewindSince(context, epoch, reached);
    if (reason !== null) await beginRecovery(context, reason, { epoch, isSuperseding: true });
  }
  await noteReached(context);
}

async function rewindSince(
  { store }: Context,
  epoch: string,
  reached: { readonly epoch: string; readonly heads: Readonly<Record<string, readonly [number, string]>> },
): Promise<RecoveryReason | null> {
  if (reached.epoch !== epoch)
    // The file may be of the life before: another process began the recovery, or this one died before it noted it.
    return (await isKnownEpoch(store.db, reached.epoch)) ? null : 'unknown_epoch';
  const heads = new Map((await listHeads(store.db)).map(({ region, version }) => [region, version]));
  for (const [region, [version, mark]] of Object.entries(reached.heads)) {
    if ((heads.get(region) ?? -1) < version) return 'behind';
    if ((await readMark(store.db, region, version)) !== mark) return 'another_history';
  }
  return null;
}
