import type { Address } from '../applicant/model.ts';
import { foldForSearch } from '../text/words.ts';

/** How near two places are: the nearer, the likelier they are one problem. */
export const NEARNESS = ['building', 'street', 'settlement'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** Words for kinds of streets and settlements, in Ukrainian and Russian, full and short: said in one call, left out in another. */
const KINDS =
  /^(вулиця|вул|улица|ул|проспект|просп|прт|пр|бульвар|бульв|бул|бр|провулок|пров|переулок|пер|площа|площадь|пл|майдан|шосе|шоссе|набережна|набережная|наб|узвіз|тупик|мікрорайон|мкр|місто|город|м|г|село|с|селище|смт|пгт|поселок|хутор)$/u;

/** A house within a street as it is said: `12`, `12-А`, `12/3`, `буд. 12`. */
const HOUSE = /^\d+[\p{L}]?(?:[/-]\d*\p{L}?)?$/u;

interface Place {
  readonly settlement: string;
  readonly street: string;
  readonly building: string;
}

/** Words of a street or settlement without those for its kind, in their spelling for finding. */
export function bareWords(text: string): string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}/-]+/u)
    .filter((word) => word !== '' && !KINDS.test(word));
}

/** A place in words that can be compared: kinds of streets dropped, the house taken out of the street where it was written there. */
function placeOf(address: Address): Place {
  const words = bareWords(address.street).filter((word) => !/^(будинок|буд|дом|д|кв|квартира)$/u.test(word));
  const house = words.findIndex((word) => HOUSE.test(word));
  // A street may be named by a number (`1 Травня`): then words follow it.
  const isNamed = house === 0 && words.length > 1;
  const street = house === -1 || isNamed ? words : words.slice(0, house);
  const said = address.building ?? (isNamed ? '' : (words[house] ?? ''));
  return {
    settlement: bareWords(address.settlement).join(' '),
    street: street.join(' '),
    building: foldForSearch(said).replace(/[^\p{L}\p{N}/]/gu, ''),
  };
}

function sameSettlement(a: Address, b: Address): boolean {
  if (a.settlementCode !== undefined && b.settlementCode !== undefined)
    return a.settlementCode === b.settlementCode;
  const [left, right] = [placeOf(a).settlement, placeOf(b).settlement];
  if (left === '' || left !== right) return false;
  // Villages of one name lie in different districts.
  return a.district === '' || b.district === '' || a.district === b.district;
}

/** How near two addresses are; null when they are different places or one of them says no settlement. */
export function nearness(a: Address, b: Address): Nearness | null {
  if (!sameSettlement(a, b)) return null;
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left.street === '' || left.street !== right.street) return 'settlement';
  return left.building !== '' && left.building === right.building ? 'building' : 'street';
}
