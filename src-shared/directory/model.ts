import { z } from 'zod';
import { RegionId } from '../brand.ts';

const name = z.string().trim().min(1).max(120);

/** KATOTTH code, such as `UA14120030010095634`. */
export const SettlementCode = z.string().trim().min(1).max(30);

/** A settlement of the directory, imported by an administrator; its code is its id. */
export const Settlement = z.strictObject({
  id: SettlementCode,
  region: RegionId,
  uk: name,
  ru: name,
  /** Former names in any language, by which callers still call it. */
  former: z.array(name).max(20),
  /** Community (hromada), which tells settlements of one name apart. */
  community: z.string().trim().max(120),
  /** Code of the raion. */
  district: z.string().trim().max(30),
  kind: z.enum(['city', 'settlement', 'village']),
});
export type Settlement = z.infer<typeof Settlement>;

/** A street of a settlement. Id: the settlement's code and the street's own code or folded name. */
export const Street = z.strictObject({
  id: z.string().min(1).max(180),
  region: RegionId,
  settlement: SettlementCode,
  uk: name,
  ru: z.string().trim().max(120),
  former: z.array(name).max(20),
  /** Houses with their letters; empty when they are not known. */
  buildings: z.array(z.string().trim().min(1).max(30)).max(3000),
});
export type Street = z.infer<typeof Street>;
