import { toInstant } from '../../../src-shared/clock.ts';
import type { Context } from '../../context.ts';
import { dropDurable } from '../../store/durable.ts';
import { changeEpoch } from '../../store/meta.ts';
import { insertRecovery, insertStations, readLife } from '../../store/recovery.ts';
import { lockProfiles, raiseAll } from '../../store/region.ts';
import { inWriteTransaction } from '../../store/transaction.ts';
import { listAllWorkstations } from '../../store/workstation.ts';
import { awaitedAmong } from './awaited.ts';
import { noteReached } from './reached.ts';

/** Why a recovery began. */
export type RecoveryReason =
  /** At start: the high-water file knows a later version. */
  | 'behind'
  /** At start: the version is there, under another mark; the server went on after it was put back. */
  | 'another_history'
  /** At start: the high-water file is of a life this database has never had. */
  | 'unknown_epoch'
  /** A workstation was told of sequences this server has not decided. */
  | 'client_ahead'
  /** A workstation has seen a version this server does not know. */
  | 'mark_unknown'
  | 'administrator';

/**
 * Begins a recovery after a restore: another epoch, nothing decided, told or leased until the workstations have told what they know
 * (sync specification 1.9).
 * @param seen the epoch in which the evidence was seen; when another recovery has begun since, the evidence speaks of the past
 * @returns whether it began
 */
export async function beginRecovery(
  context: Context,
  reason: RecoveryReason,
  seen: { readonly epoch: string; readonly isSuperseding?: boolean },
): Promise<boolean> {
  const { highWater, random, store } = context;
  const at = toInstant(context.now());
  const reached = highWater.reached();
  const begun = await inWriteTransaction(store.db, async (tx) => {
    // Every other transaction that decides or leases takes one of these locks before it looks whether a recovery is open.
    const raised = await raiseAll(tx, (region) => reached?.heads[region]?.[0] ?? 0, at, random);
    await lockProfiles(tx);
    const life = await readLife(tx);
    const isLate = life.epoch !== seen.epoch || (life.recovery !== undefined && seen.isSuperseding !== true);
    if (isLate) throw new Overtaken();
    const epoch = random.newUuid();
    await insertRecovery(tx, { epoch, former_epoch: life.epoch, reason, began_at: at });
    await changeEpoch(tx, epoch, life.epoch);
    await dropDurable(tx);
    const awaited = awaitedAmong(await listAllWorkstations(tx));
    await insertStations(
      tx,
      awaited.map((workstation) => ({ epoch, workstation, awaited: 1, complete_at: null })),
    );
    return { epoch, raised, awaited: awaited.length };
  }).catch((error: unknown) => {
    if (error instanceof Overtaken) return null;
    throw error;
  });
  if (begun === null) return false;
  await noteReached(context);
  const { epoch, awaited } = begun;
  context.log.error({ reason, epoch, former: seen.epoch, awaited }, 'recovery begun');
  // They are told to wait, and come to tell what they know.
  for (const advance of begun.raised) context.wakes.announce(advance);
  return true;
}

/** Ends the transaction of a beginning that another one has overtaken; never leaves this file. */
class Overtaken extends Error {
  constructor() {
    super('another recovery has begun');
    this.name = 'Overtaken';
  }
}
