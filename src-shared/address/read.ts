import type { Address } from '../applicant/model.ts';
import { foldForSearch } from '../text/words.ts';

/** Words for kinds of streets and settlements, in Ukrainian and Russian, full and short: said in one call, left out in another. */
const KINDS =
  /^(вулиця|вул|улица|ул|проспект|просп|прт|пр|бульвар|бульв|бул|бр|провулок|пров|переулок|пер|площа|площадь|пл|майдан|шосе|шоссе|набережна|набережная|наб|узвіз|тупик|мікрорайон|мкр|місто|город|м|г|село|с|селище|смт|пгт|поселок|хутор)$/u;
/** Words before a house or a flat. */
const BEFORE_NUMBERS = /^(будинок|буд|дом|д|квартира|кв)$/u;

/** A house within a street as it is said: `12`, `12-А`, `12/3`, `буд. 12`. */
const HOUSE = /^\d+[\p{L}]?(?:[/-]\d*\p{L}?)?$/u;

/** An address in words that can be compared; what was not said is empty. */
export interface ReadAddress {
  readonly settlement: string;
  readonly street: string;
  readonly building: string;
  readonly flat: string;
}

/** Words of a street or settlement without those for its kind, in their spelling for finding. */
export function bareWords(text: string): string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}/-]+/u)
    .filter((word) => word !== '' && !KINDS.test(word));
}

/** One spelling of a settlement's name, with or without its kind. A name that is the word for a kind stays. */
export function settlementKey(name: string): string {
  return bareWords(name).join(' ') || foldForSearch(name.trim());
}

/**
 * The one reading of an address, whoever typed it and however: kinds of streets and settlements dropped; house and flat taken out of the
 * street where they were written there.
 */
export function readAddress({ settlement, street: said, building, flat }: Address): ReadAddress {
  const words = bareWords(said).filter((word) => !BEFORE_NUMBERS.test(word));
  const first = words.findIndex((word) => HOUSE.test(word));
  // A street may be named by a number (`1 Травня`): then words follow it, and the house is the next number.
  const isNamed = first === 0 && words.length > 1;
  const from = isNamed ? words.findIndex((word, index) => index > 0 && HOUSE.test(word)) : first;
  const house = saidOrNot(building);
  const numbers = from === -1 ? [] : words.slice(from);
  return {
    settlement: settlementKey(settlement),
    street: (from === -1 ? words : words.slice(0, from)).join(' '),
    building: bareNumber(house ?? numbers[0] ?? ''),
    flat: bareNumber(saidOrNot(flat) ?? (house === undefined ? numbers[1] : numbers[0]) ?? ''),
  };
}

/** A field that was emptied again says nothing. */
function saidOrNot(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

/** `12-А` and `12А` are one house. */
function bareNumber(said: string): string {
  return foldForSearch(said).replace(/[^\p{L}\p{N}/]/gu, '');
}

/** One spelling of an address by which two are the same; empty when it names no street. */
export function addressKey(address: Address): string {
  const { settlement, street, building, flat } = readAddress(address);
  if (street === '') return '';
  return [address.settlementCode || settlement, street, building, flat]
    .filter((part) => part !== '')
    .join(' ');
}
