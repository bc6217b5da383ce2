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

/**
 * Takes the next permanent series of a region for a new workstation.
 * @param readFloor series up to this one are taken whatever the database says (high-water file); read under the lock
 */
export async function takeSeries(tx: Tx, region: string, readFloor: () => number): Promise<number> {
  await lockProfiles(tx, region);
  const { next_series } = await tx
    .selectFrom('region_profile')
    .select('next_series')
    .where('region', '=', region)
    .executeTakeFirstOrThrow();
  const series = Math.max(next_series, readFloor() + 1);
  await keepSeries(tx, region, series);
  return series;
}

/** Never gives this series, or a lower one, to anybody else. */
export async function keepSeries(tx: Tx, region: string, series: number): Promise<void> {
  await tx
    .updateTable('region_profile')
    .set({ next_series: series + 1 })
    .where('region', '=', region)
    .where('next_series', '<=', series)
    .execute();
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

/**
 * Raises every region's counter to at least a floor above which nothing was ever seen, in ascending order, and stamps the new version.
 * Versions never go back, not even over a restore: the old (version, ordinal) of commands decided in different lives stay in one order.
 */
export async function raiseAll(
  tx: Tx,
  floorOf: (region: string) => number,
  at: string,
  random: Random,
): Promise<{ region: string; version: number }[]> {
  const regions = await tx.selectFrom('region').select('id').orderBy('id').execute();
  const raised: { region: string; version: number }[] = [];
  for (const { id } of regions) {
    const before = (await raiseVersion(tx, id)) - 1;
    const version = Math.max(before, floorOf(id)) + 1;
    await tx.updateTable('region').set({ version }).where('id', '=', id).execute();
    await insertMark(tx, id, version, at, random);
    raised.push({ region: id, version });
  }
  return raised;
}

/** Takes a region's lock, to the end of the transaction, without raising its counter. */
export async function lockRegion(tx: Tx, region: string): Promise<number> {
  const row = await tx
    .updateTable('region')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', region)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Takes the lock under which numbers are leased and workstations enrolled; of one region, or of all in ascending order. */
export async function lockProfiles(tx: Tx, region?: string): Promise<void> {
  const all = tx.selectFrom('region_profile').select('region').orderBy('region');
  for (const row of await (region === undefined ? all : all.where('region', '=', region)).execute()) {
    await tx
      .updateTable('region_profile')
      .set((eb) => ({ next_series: eb.ref('next_series') }))
      .where('region', '=', row.region)
      .execute();
  }
}

/** Every region with its last commit. */
export async function listHeads(db: Db): Promise<(Head & { readonly region: string })[]> {
  return await db
    .selectFrom('region')
    .innerJoin('version_mark', (join) =>
      join
        .onRef('version_mark.region', '=', 'region.id')
        .onRef('version_mark.version', '=', 'region.version'),
    )
    .select(['region.id as region', 'region.version as version', 'version_mark.mark as mark'])
    .orderBy('region.id')
    .execute();
}

/** Raises a region's counter to a version at least, without a mark: the next version raised gets one. */
export async function liftVersion(tx: Tx, region: string, version: number): Promise<void> {
  await tx
    .updateTable('region')
    .set({ version })
    .where('id', '=', region)
    .where('version', '<', version)
    .execute();
}
