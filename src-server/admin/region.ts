import { z } from 'zod';
import { RegionId } from '../../src-shared/brand.ts';
import { toInstant } from '../../src-shared/clock.ts';
import type { Context } from '../context.ts';
import { insertRegion, listRegions, type RegionProfile, readRegion } from '../store/region.ts';
import type { Db } from '../store/tables.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { AdminRefused } from './adminRefused.ts';

/** A new region. The office begins every registration number, so two regions never share one. */
export const NewRegion = z.strictObject({
  id: RegionId,
  office: z.string().regex(/^\p{Lu}{1,4}$/u),
  name: z.strictObject({ uk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) }),
});

/** Creates a region. @throws AdminRefused when its id or office is taken */
export async function addRegion(context: Context, region: z.infer<typeof NewRegion>): Promise<RegionProfile> {
  const at = toInstant(context.now());
  await inWriteTransaction(context.store.db, async (tx) => {
    const regions = await listRegions(tx);
    if (regions.some((other) => other.id === region.id))
      throw new AdminRefused(`The region "${region.id}" exists already.`);
    if (regions.some((other) => other.office === region.office)) {
      throw new AdminRefused(`The office "${region.office}" belongs to another region.`);
    }
    await insertRegion(tx, region, at, context.random);
  });
  return region;
}

/** The region meant: the named one, or the only one there is. @throws AdminRefused otherwise */
export async function regionMeant(db: Db, id: string | undefined): Promise<RegionProfile> {
  if (id !== undefined) {
    const region = await readRegion(db, id);
    if (!region) throw new AdminRefused(`There is no region "${id}".`);
    return region;
  }
  const regions = await listRegions(db);
  const only = regions[0];
  if (regions.length === 1 && only) return only;
  throw new AdminRefused(
    regions.length === 0
      ? 'There is no region yet; create one with: region add --id … --office … --uk … --ru … --en …'
      : `Say which region with --region: ${regions.map((region) => region.id).join(', ')}.`,
  );
}
