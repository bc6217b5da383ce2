import type { Db, Tables, Tx } from './tables.ts';

export type DurableRow = Tables['durable'];

/** Up to which version of a region a verified backup of this epoch exists; 0 when none does. */
export async function readDurable(db: Db, region: string, epoch: string): Promise<number> {
  const row = await db
    .selectFrom('durable')
    .select('version')
    .where('region', '=', region)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Every region's verified backup. */
export async function listDurable(db: Db): Promise<DurableRow[]> {
  return await db.selectFrom('durable').selectAll().orderBy('region').execute();
}

/** A backup was verified. Of an older one than is known nothing changes: the workstations may have forgotten what it lacks. */
export async function keepDurable(tx: Tx, row: DurableRow): Promise<void> {
  await tx
    .insertInto('durable')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('region')
        .doUpdateSet((eb) => ({
          epoch: eb.ref('excluded.epoch'),
          version: eb.ref('excluded.version'),
          at: eb.ref('excluded.at'),
        }))
        .where((eb) =>
          eb.or([eb('durable.version', '<', row.version), eb('durable.epoch', '<>', row.epoch)]),
        ),
    )
    .execute();
}

/** A backup of the life before proves nothing about what is decided in this one. */
export async function dropDurable(tx: Tx): Promise<void> {
  await tx.deleteFrom('durable').execute();
}
