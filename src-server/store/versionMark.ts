import type { Random } from '../random.ts';
import type { Db, Tx } from './tables.ts';

/** Stamps a version with a random 64-bit mark: a rewound server that goes on differently has the version, but not the mark. */
export async function insertMark(
  tx: Tx,
  region: string,
  version: number,
  at: string,
  random: Random,
): Promise<string> {
  const mark = random.bytes(8).toString('hex');
  await tx.insertInto('version_mark').values({ region, version, mark, at }).execute();
  return mark;
}

/** The mark of a version; undefined when this history has no such version. */
export async function readMark(db: Db, region: string, version: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('version_mark')
    .select('mark')
    .where('region', '=', region)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.mark;
}

/** Per region the newest version that was begun before an instant. */
export async function newestBefore(db: Db, at: string): Promise<{ region: string; version: number }[]> {
  const rows = await db
    .selectFrom('version_mark')
    .select((eb) => ['region', eb.fn.max('version').as('version')])
    .where('at', '<', at)
    .groupBy('region')
    .orderBy('region')
    .execute();
  return rows.map(({ region, version }) => ({ region, version: Number(version) }));
}

/**
 * The last version of a region committed before an instant; 0 for none. Versions follow one another without holes and in the order of time,
 * so that a few looks find it among millions.
 * @param head version of the region
 */
export async function lastVersionBefore(
  db: Db,
  region: string,
  instant: string,
  head: number,
): Promise<number> {
  let [before, after] = [0, head + 1];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const row = await db
      .selectFrom('version_mark')
      .select('at')
      .where('region', '=', region)
      .where('version', '=', middle)
      .executeTakeFirst();
    if (row !== undefined && row.at < instant) before = middle;
    else after = middle;
  }
  return before;
}
