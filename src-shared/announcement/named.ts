import { bareWords } from '../address/read.ts';
import { stemOf, wordsOf } from '../text/words.ts';
import { isAmong, streetHouses } from './houses.ts';
import type { Area } from './model.ts';

/** Shorter beginnings of words stand in too many others to name a street by themselves. */
const TELLING = 4;

/**
 * Whether notes name a street of an area in any of its cases, before anything of it is in the card. A house that is named after the
 * street and is not meant is another place.
 */
export function isNamed({ streets }: Area, notes: string): boolean {
  const said = wordsOf(notes);
  return streets.some((line) => {
    const meant = streetHouses(line);
    const stems = bareWords(meant.street).map(stemOf);
    if (!stems.some((stem) => stem.length >= TELLING)) return false;
    return said.some((_, at) => {
      if (!stems.every((stem, by) => said[at + by]?.startsWith(stem) ?? false)) return false;
      return isAmong(houseAfter(said, at + stems.length), meant) !== false;
    });
  });
}

/** The house said after a street: at once, or after a word such as `будинок`. */
function houseAfter(said: readonly string[], at: number): string {
  const house = said.slice(at, at + 2).find((word) => /^\d/.test(word));
  return house ?? '';
}
