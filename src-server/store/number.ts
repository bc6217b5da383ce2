import type { Db, IssuedNumberTable, Tx } from './tables.ts';

export type NumberRow = IssuedNumberTable;

/** A number was told to a caller and registered. One that was void because its command was refused may be used by a later command. */
export async function markUsed(tx: Tx, row: NumberRow): Promise<void> {
  await tx
    .insertInto('issued_number')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('full_number')
        .doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          command: eb.ref('excluded.command'),
          reason: eb.ref('excluded.reason'),
          at: eb.ref('excluded.at'),
        }))
        .where('issued_number.state', '=', 'void'),
    )
    .execute();
}

/** A number was told to a caller, but its command was refused; one in use stays in use. */
export async function markVoid(tx: Tx, row: NumberRow): Promise<void> {
  await tx
    .insertInto('issued_number')
    .values(row)
    .onConflict((conflict) => conflict.column('full_number').doNothing())
    .execute();
}

/** Numbers of a region that came back in commands, in order. */
export async function listNumbers(db: Db, region: string): Promise<NumberRow[]> {
  return await db
    .selectFrom('issued_number')
    .selectAll()
    .where('region', '=', region)
    .orderBy('year')
    .orderBy('series')
    .orderBy('serial')
    .execute();
}

/** Highest number of one workstation's own series that ever came back in a command; 0 when none did. */
export async function highestOfSeries(db: Db, region: string, year: number, series: number): Promise<number> {
  const row = await db
    .selectFrom('issued_number')
    .select((eb) => eb.fn.max('serial').as('serial'))
    .where('region', '=', region)
    .where('year', '=', year)
    .where('series', '=', series)
    .executeTakeFirst();
  return Number(row?.serial ?? 0);
}
