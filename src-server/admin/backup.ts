import { isAbsolute } from 'node:path';
import { toEpochMs, toInstant } from '../../src-shared/clock.ts';
import type { Context } from '../context.ts';
import { TargetExistsError } from '../store/backup.ts';
import { type DurableRow, keepDurable, listDurable } from '../store/durable.ts';
import { readLife } from '../store/recovery.ts';
import { lockRegion } from '../store/region.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { newestBefore } from '../store/versionMark.ts';
import { AdminRefused } from './adminRefused.ts';

/** Nothing that was begun this long before a dump can still have been uncommitted in it (limits of every connection). */
const SLACK_MS = 60_000;

/**
 * Copies the embedded store while it is in use and checks the copy. From then on workstations need not keep what it covers.
 * @throws AdminRefused on PostgreSQL, and when the copy cannot be made
 */
export async function backUp(context: Context, to: string): Promise<readonly DurableRow[]> {
  const { store } = context;
  if (store.copyTo === null)
    throw new AdminRefused(
      'The data is in PostgreSQL: take the backup with its tools, check it, then say: backup verified --at …',
    );
  if (!isAbsolute(to)) throw new AdminRefused('Say with a whole path where the copy goes: --to /…');
  const heads = await store.copyTo(to).catch((error: unknown) => {
    if (error instanceof TargetExistsError)
      throw new AdminRefused(`${to} exists already; choose another name.`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new AdminRefused(`The copy ${to} could not be made (${code}); nothing counts as backed up.`);
  });
  return await cover(context, heads.epoch, heads.regions);
}

/**
 * The administrator has taken a backup with the tools of PostgreSQL and checked that it can be read.
 * @param began when the dump began: what was committed later is not in it
 * @throws AdminRefused for a time to come
 */
export async function vouchFor(context: Context, began: string): Promise<readonly DurableRow[]> {
  if (toEpochMs(began) > context.now()) throw new AdminRefused('--at lies in the future.');
  const { db } = context.store;
  const { epoch } = await readLife(db);
  const before = toInstant(toEpochMs(began) - SLACK_MS);
  return await cover(context, epoch, await newestBefore(db, before));
}

async function cover(
  context: Context,
  epoch: string,
  heads: readonly { readonly region: string; readonly version: number }[],
): Promise<readonly DurableRow[]> {
  const { db } = context.store;
  const at = toInstant(context.now());
  await inWriteTransaction(db, async (tx) => {
    for (const { region, version } of heads) {
      await lockRegion(tx, region);
      const life = await readLife(tx);
      // What the workstations are telling just now is not decided yet: they keep it.
      if (life.epoch !== epoch || life.recovery !== undefined)
        throw new AdminRefused(
          'A recovery is open: the copy is kept, but workstations go on keeping all they know.',
        );
      await keepDurable(tx, { region, epoch, version, at });
    }
  });
  return await listDurable(db);
}
