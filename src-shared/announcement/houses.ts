import { foldForSearch } from '../text/words.ts';

/** A street as it stands in a list, and the houses of it that are meant; none: all of them. */
export interface StreetHouses {
  readonly street: string;
  readonly houses: readonly string[];
  /** Only one side of the street. */
  readonly side: 'even' | 'odd' | null;
}

/** A house at the end of a street: `12`, `12-А`, `12/3`, a range `1-25`, with `буд.` or `№` before it. */
const LAST_HOUSE = /^(.*?\p{L}.*?)[\s,]+(?:буд\p{L}*\.?\s*|дом\p{L}*\.?\s*|д\.\s*|№\s*)?(\d[\p{L}\d/-]*)$/u;
const ODD = /(?:^|[\s(,])(?:не(?:парн|четн|чётн)\p{L}*|odd)(?:\s+(?:сторон\p{L}*|бік|боку))?\)?/iu;
const EVEN = /(?:^|[\s(,])(?:(?:парн|четн|чётн)\p{L}*|even)(?:\s+(?:сторон\p{L}*|бік|боку))?\)?/iu;

/** Parts one line of a list of streets into the street and its houses. */
export function streetHouses(line: string): StreetHouses {
  const side = ODD.test(line) ? 'odd' : EVEN.test(line) ? 'even' : null;
  const bare = line
    .replace(ODD, ' ')
    .replace(EVEN, ' ')
    // A dash of any length, with or without spaces, makes a range.
    .replace(/(\d)\s*[-–—]\s*(?=\p{N}|\p{L}(?!\p{L}))/gu, '$1-');
  const [first = '', ...rest] = bare
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const houses: string[] = [];
  let street = first;
  const ending = LAST_HOUSE.exec(first);
  if (ending?.[1] !== undefined && ending[2] !== undefined) {
    street = ending[1].trim();
    houses.push(ending[2]);
  }
  for (const part of rest) {
    const house = /^(?:буд\p{L}*\.?\s*|дом\p{L}*\.?\s*|д\.\s*|№\s*)?(\d[\p{L}\d/-]*)$/u.exec(part)?.[1];
    if (house !== undefined) houses.push(house);
  }
  return { street, houses, side };
}

/** Whether a house is among those of a street; null when the house is not known and only some are meant. */
export function isAmong(house: string, { houses, side }: Omit<StreetHouses, 'street'>): boolean | null {
  if (houses.length === 0 && side === null) return true;
  const said = spelled(house);
  if (said === '') return null;
  const number = Number.parseInt(said, 10);
  if (side !== null && (number % 2 === 0) !== (side === 'even')) return false;
  return houses.length === 0 || houses.some((meant) => isMeant(said, number, meant));
}

function isMeant(said: string, number: number, meant: string): boolean {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(meant) ?? [];
  // `12-3` is a block of house 12, `1-25` the houses from 1 to 25.
  if (first !== undefined && last !== undefined && Number(first) < Number(last))
    return number >= Number(first) && number <= Number(last);
  return spelled(meant) === said;
}

/** One spelling of a house: no case, spaces or dashes. */
function spelled(house: string): string {
  return foldForSearch(house).replace(/[^\p{L}\p{N}/]/gu, '');
}
