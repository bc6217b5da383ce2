import { HORIZON_DAYS } from '../../src-shared/replication/age.ts';
import type { Random } from '../random.ts';
import type { Db, Tx } from './tables.ts';
import { insertMark, readMark } from './versionMark.ts';

/** What a region is called and how its numbers begin. */
export interface RegionProfile {
  readonly id: string;
  readonly office: string;
  readonly name: { readonly uk: string; readonly ru: string; readonly en: string };
}

/** How far a region is: the version of its last commit and that version's mark. */
export interface Head {
  readonly version: number;
  readonly mark: string;
}

/** Creates a region at version 0 with a mark of its own, so that an empty history can be told from another one. */
export async function insertRegion(
  tx: Tx,
  profile: RegionProfile,
  at: string,
  random: Random,
): Promise<void> {
  await tx.insertInto('region').values({ id: profile.id, version: 0 }).execute();
  await tx
    .insertInto('region_profile')
    .values({
      region: profile.id,
      office: profile.office,
      name_uk: profile.name.uk,
      name_ru: profile.name.ru,
      name_en: profile.name.en,
      next_series: 1,
      horizon_days: HORIZON_DAYS,
    })
    .execute();
  await insertMark(tx, profile.id, 0, at, random);
}

export async function readRegion(db: Db, id: string): Promise<RegionProfile | undefined> {
  return (await listRegions(db)).find((region) => region.id === id);
}

export async function listRegions(db: Db): Promise<RegionProfile[]> {
  const rows = await db.selectFrom('region_profile').selectAll().orderBy('region').execute();
  return rows.map((row) => ({
    id: row.region,
    office: row.office,
    name: { uk: row.name_uk, ru: row.name_ru, en: row.name_en },
  }));
}

/**
 * Raises a region's counter and holds it to the commit. Comes before the first read of a record: from here on the region belongs to
 * this transaction, so that versions appear in the order of commits (sync specification 1.6).
 * @returns the version of this transaction
 */
export async function raiseVersion(tx: Tx, region: string): Promise<number> {
  const row = await tx
    .updateTable('region')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', region)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Gives the raised version back: nothing was decided in this transaction. */
export async function lowerVersion(tx: Tx, region: string): Promise<void> {
  await tx
    .updateTable('region')
    .set((eb) => ({ version: eb('version', '-', 1) }))
    .where('id', '=', region)
    .execute();
}

/** The region's last commit as seen by this snapshot. */
export async function readHead(db: Db, region: string): Promise<Head> {
  const { version } = await db
    .selectFrom('region')
    .select('version')
    .where('id', '=', region)
    .executeTakeFirstOrThrow();
  const mark = await readMark(db, region, version);
  if (mark === undefined) throw new Error(`region ${region} has no mark for version ${version}`);
  return { version, mark };
}

/** Takes the next permanent series of a region for a new workstation. */
export async function takeSeries(tx: Tx, region: string): Promise<number> {
  const row = await tx
    .updateTable('region_profile')
    .set((eb) => ({ next_series: eb('next_series', '+', 1) }))
    .where('region', '=', region)
    .returning('next_series')
    .executeTakeFirstOrThrow();
  return row.next_series - 1;
}

/** How many days back finished work is held by the workstations of a region too. */
export async function readHorizonDays(db: Db, region: string): Promise<number> {
  const row = await db
    .selectFrom('region_profile')
    .select('horizon_days')
    .where('region', '=', region)
    .executeTakeFirst();
  return row?.horizon_days ?? HORIZON_DAYS;
}

export async function setHorizonDays(tx: Tx, region: string, days: number): Promise<void> {
  await tx.updateTable('region_profile').set({ horizon_days: days }).where('region', '=', region).execute();
}
