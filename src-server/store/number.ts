import { sql } from 'kysely';
import { type Many, writeMany } from './many.ts';
import type { Db, IssuedNumberTable, Tx } from './tables.ts';

export type NumberRow = IssuedNumberTable;

const COLUMNS: Many<NumberRow>['columns'] = [
  'full_number',
  'region',
  'year',
  'series',
  'serial',
  'block',
  'workstation',
  'command',
  'state',
  'reason',
  'at',
];

const USED: Many<NumberRow> = {
  name: 'numbers used',
  columns: COLUMNS,
  build: (db, rows) =>
    db
      .insertInto('issued_number')
      .values([...rows])
      .onConflict((conflict) =>
        conflict
          .column('full_number')
          .doUpdateSet((eb) => ({
            state: eb.ref('excluded.state'),
            command: eb.ref('excluded.command'),
            reason: eb.ref('excluded.reason'),
            at: eb.ref('excluded.at'),
          }))
          .where('issued_number.state', '=', sql.lit('void')),
      ),
};

const VOID: Many<NumberRow> = {
  name: 'numbers void',
  columns: COLUMNS,
  build: (db, rows) =>
    db
      .insertInto('issued_number')
      .values([...rows])
      .onConflict((conflict) => conflict.column('full_number').doNothing()),
};

/** Numbers were told to callers and registered. One that was void because its command was refused may be used by a later command. */
export async function markUsed(tx: Tx, rows: readonly NumberRow[]): Promise<void> {
  await writeMany(tx, USED, firstOfEach(rows));
}

/** Numbers were told to callers, but their commands were refused; one in use stays in use. */
export async function markVoid(tx: Tx, rows: readonly NumberRow[]): Promise<void> {
  await writeMany(tx, VOID, firstOfEach(rows));
}

/** Who used a number first has it, as if each row were written by itself. */
function firstOfEach(rows: readonly NumberRow[]): NumberRow[] {
  const first = new Map<string, NumberRow>();
  for (const row of rows) if (!first.has(row.full_number)) first.set(row.full_number, row);
  return [...first.values()];
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
