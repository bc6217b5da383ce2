import type { Db, RecoveryTable, Tables, Tx } from './tables.ts';

export type RecoveryRow = RecoveryTable;

/** The present epoch, and the recovery that is open in it, if any. */
export interface Life {
  readonly epoch: string;
  readonly recovery: RecoveryRow | undefined;
}

/**
 * Read within the transaction that relies on it, after the locks that `beginRecovery` takes too: whoever reads "no recovery" then
 * commits before one begins.
 */
export async function readLife(db: Db): Promise<Life> {
  const row = await db
    .selectFrom('meta')
    .leftJoin('recovery', (join) => join.on('recovery.state', '=', 'open'))
    .selectAll('recovery')
    .select('meta.epoch as life')
    .executeTakeFirstOrThrow();
  const { life, ...recovery } = row;
  return { epoch: life, recovery: recovery.epoch === null ? undefined : (recovery as RecoveryRow) };
}

/** Whether an epoch is one that a recovery has begun or ended here. */
export async function isKnownEpoch(db: Db, epoch: string): Promise<boolean> {
  const row = await db
    .selectFrom('recovery')
    .select('epoch')
    .where((eb) => eb.or([eb('epoch', '=', epoch), eb('former_epoch', '=', epoch)]))
    .executeTakeFirst();
  return row !== undefined;
}

export async function readRecovery(db: Db, epoch: string): Promise<RecoveryRow | undefined> {
  return await db.selectFrom('recovery').selectAll().where('epoch', '=', epoch).executeTakeFirst();
}

/** The recoveries there have been, newest first. */
export async function listRecoveries(db: Db): Promise<RecoveryRow[]> {
  return await db.selectFrom('recovery').selectAll().orderBy('began_at', 'desc').limit(20).execute();
}

/** Opens a recovery. What an older open one had gathered is carried over: a backup may have been taken during it. */
export async function insertRecovery(
  tx: Tx,
  row: Pick<RecoveryRow, 'epoch' | 'former_epoch' | 'reason' | 'began_at'>,
): Promise<void> {
  const older = await tx.selectFrom('recovery').select('epoch').where('state', '=', 'open').execute();
  for (const { epoch } of older) {
    await tx.updateTable('recovery_entry').set({ epoch: row.epoch }).where('epoch', '=', epoch).execute();
    await tx.updateTable('recovery_client').set({ epoch: row.epoch }).where('epoch', '=', epoch).execute();
    await tx
      .updateTable('recovery')
      .set({ state: 'ended', ended_at: row.began_at, ended_by: 'superseded' })
      .where('epoch', '=', epoch)
      .execute();
  }
  await tx
    .insertInto('recovery')
    .values({ ...row, state: 'open', ended_at: null, ended_by: null, redecided: 0, differing: 0, lost: 0 })
    .execute();
}

/** Notes by whom the ending was decided, once; from then on it is finished even if the server dies in between. */
export async function claimEnding(db: Db, epoch: string, by: string): Promise<void> {
  await db
    .updateTable('recovery')
    .set({ ended_by: by })
    .where('epoch', '=', epoch)
    .where('state', '=', 'open')
    .where('ended_by', 'is', null)
    .execute();
}

export async function closeRecovery(tx: Tx, epoch: string, at: string): Promise<void> {
  await tx.updateTable('recovery').set({ state: 'ended', ended_at: at }).where('epoch', '=', epoch).execute();
}

/** Adds to what a recovery has brought about. */
export async function countRecovered(
  tx: Tx,
  epoch: string,
  more: { readonly redecided: number; readonly differing: number; readonly lost: number },
): Promise<void> {
  if (more.redecided + more.differing + more.lost === 0) return;
  await tx
    .updateTable('recovery')
    .set((eb) => ({
      redecided: eb('redecided', '+', more.redecided),
      differing: eb('differing', '+', more.differing),
      lost: eb('lost', '+', more.lost),
    }))
    .where('epoch', '=', epoch)
    .execute();
}

export type StationRow = Tables['recovery_station'];

/** The part of one workstation in the recovery that began an epoch; undefined when it has not been heard of in it. */
export async function readStation(
  db: Db,
  epoch: string,
  workstation: string,
): Promise<StationRow | undefined> {
  return await db
    .selectFrom('recovery_station')
    .selectAll()
    .where('epoch', '=', epoch)
    .where('workstation', '=', workstation)
    .executeTakeFirst();
}

export async function insertStations(tx: Tx, rows: readonly StationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('recovery_station')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['epoch', 'workstation']).doNothing())
    .execute();
}

/** A workstation has told everything it knows. */
export async function completeStation(tx: Tx, epoch: string, workstation: string, at: string): Promise<void> {
  await tx
    .insertInto('recovery_station')
    .values({ epoch, workstation, awaited: 0, complete_at: at })
    .onConflict((conflict) => conflict.columns(['epoch', 'workstation']).doUpdateSet({ complete_at: at }))
    .execute();
}

/** One workstation as `recovery status` lists it. */
export interface StationLine {
  readonly workstation: string;
  readonly name: string;
  readonly region: string;
  readonly seen_at: string;
  readonly awaited: number;
  readonly complete_at: string | null;
}

/** Workstations of a recovery that may still speak: a revoked one is awaited no more. */
export async function listStations(db: Db, epoch: string): Promise<StationLine[]> {
  return await db
    .selectFrom('recovery_station')
    .innerJoin('workstation', 'workstation.id', 'recovery_station.workstation')
    .select([
      'workstation.id as workstation',
      'workstation.name as name',
      'workstation.region as region',
      'workstation.seen_at as seen_at',
      'recovery_station.awaited as awaited',
      'recovery_station.complete_at as complete_at',
    ])
    .where('recovery_station.epoch', '=', epoch)
    .where('workstation.revoked', '=', 0)
    .orderBy('workstation.region')
    .orderBy('workstation.name')
    .execute();
}
