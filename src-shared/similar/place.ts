import { readAddress } from '../address/read.ts';
import type { Address } from '../applicant/model.ts';

/** How near two places are: the nearer, the likelier they are one problem. */
export const NEARNESS = ['building', 'street', 'settlement'] as const;
export type Nearness = (typeof NEARNESS)[number];

function sameSettlement(a: Address, b: Address): boolean {
  if (a.settlementCode !== undefined && b.settlementCode !== undefined)
    return a.settlementCode === b.settlementCode;
  const [left, right] = [readAddress(a).settlement, readAddress(b).settlement];
  if (left === '' || left !== right) return false;
  // Villages of one name lie in different districts.
  return a.district === '' || b.district === '' || a.district === b.district;
}

/** How near two addresses are; null when they are different places or one of them says no settlement. */
export function nearness(a: Address, b: Address): Nearness | null {
  if (!sameSettlement(a, b)) return null;
  const [left, right] = [readAddress(a), readAddress(b)];
  if (left.street === '' || left.street !== right.street) return 'settlement';
  return left.building !== '' && left.building === right.building ? 'building' : 'street';
}
