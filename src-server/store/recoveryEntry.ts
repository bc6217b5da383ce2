import type { Db, RecoveryClientTable, RecoveryEntryTable, Tx } from './tables.ts';

export type EntryRow = RecoveryEntryTable;

/** Rows written by one statement. */
const ROWS_AT_ONCE = 50;

/** Keeps what was told again; what was told before stays as it was. */
export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await tx
      .insertInto('recovery_entry')
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.columns(['epoch', 'client', 'seq']).doNothing())
      .execute();
  }
}

/** A command kept already, at its sequence and at its place in the order of the lost server. */
export type KeptPlace = Pick<EntryRow, 'client' | 'seq' | 'command' | 'old_version' | 'old_ordinal'>;

const KEPT_PLACE = ['client', 'seq', 'command', 'old_version', 'old_ordinal'] as const;

/** Commands kept already of a client, from one sequence to another, both included, and the next one on either side. */
export async function readKeptAround(
  db: Db,
  epoch: string,
  client: string,
  [from, to]: readonly [number, number],
): Promise<KeptPlace[]> {
  const own = db
    .selectFrom('recovery_entry')
    .select(KEPT_PLACE)
    .where('epoch', '=', epoch)
    .where('client', '=', client);
  const before = await own.where('seq', '<', from).orderBy('seq', 'desc').limit(1).execute();
  const after = await own.where('seq', '>', to).orderBy('seq').limit(1).execute();
  const within = await own.where('seq', '>=', from).where('seq', '<=', to).orderBy('seq').execute();
  return [...before, ...within, ...after];
}

/** Which of these commands are kept already, under whatever client. Reads all that is kept: for the few that are in doubt. */
export async function keptAmong(db: Db, epoch: string, commands: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('recovery_entry')
    .select('command')
    .where('epoch', '=', epoch)
    .where('command', 'in', [...commands])
    .execute();
  return new Set(rows.map(({ command }) => command));
}

/** The next entries of a region in the order in which the lost server decided them. */
export async function readNextEntries(
  db: Db,
  epoch: string,
  region: string,
  limit: number,
): Promise<EntryRow[]> {
  return await db
    .selectFrom('recovery_entry')
    .selectAll()
    .where('epoch', '=', epoch)
    .where('region', '=', region)
    .orderBy('old_version')
    .orderBy('old_ordinal')
    .orderBy('client')
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function deleteEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  for (const { epoch, client, seq } of rows) {
    await tx
      .deleteFrom('recovery_entry')
      .where('epoch', '=', epoch)
      .where('client', '=', client)
      .where('seq', '=', seq)
      .execute();
  }
}

/** How much waits to be decided again, by workstation. */
export async function countEntries(db: Db, epoch: string): Promise<{ workstation: string; count: number }[]> {
  const rows = await db
    .selectFrom('recovery_entry')
    .select((eb) => ['workstation', eb.fn.countAll<number>().as('count')])
    .where('epoch', '=', epoch)
    .groupBy('workstation')
    .execute();
  return rows.map((row) => ({ workstation: row.workstation, count: Number(row.count) }));
}

/** The highest version the lost server is known to have reached in a region; 0 when nothing was told. */
export async function highestOldVersion(db: Db, epoch: string, region: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_entry')
    .select((eb) => eb.fn.max('old_version').as('version'))
    .where('epoch', '=', epoch)
    .where('region', '=', region)
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

/** Remembers a client of a workstation and how far it has been confirmed; a lower sequence than before changes nothing. */
export async function noteClient(tx: Tx, row: RecoveryClientTable): Promise<void> {
  await tx
    .insertInto('recovery_client')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['epoch', 'client'])
        .doUpdateSet((eb) => ({ acked_seq: eb.ref('excluded.acked_seq') }))
        .where('recovery_client.acked_seq', '<', row.acked_seq),
    )
    .execute();
}

/** Clients that told their part, in ascending order: the order of locks. @param workstation only those of one */
export async function listClients(
  db: Db,
  epoch: string,
  workstation?: string,
): Promise<RecoveryClientTable[]> {
  const query = db.selectFrom('recovery_client').selectAll().where('epoch', '=', epoch).orderBy('client');
  return await (workstation === undefined ? query : query.where('workstation', '=', workstation)).execute();
}

/** Whether anything still waits to be decided again. */
export async function hasEntries(db: Db, epoch: string): Promise<boolean> {
  const row = await db
    .selectFrom('recovery_entry')
    .select('seq')
    .where('epoch', '=', epoch)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How much waits to be decided again, by region and author. */
export async function countByActor(
  db: Db,
  epoch: string,
): Promise<{ region: string; actor: string; count: number }[]> {
  const rows = await db
    .selectFrom('recovery_entry')
    .select((eb) => ['region', 'actor', eb.fn.countAll<number>().as('count')])
    .where('epoch', '=', epoch)
    .groupBy(['region', 'actor'])
    .orderBy('region')
    .orderBy('actor')
    .execute();
  return rows.map(({ region, actor, count }) => ({ region, actor, count: Number(count) }));
}
