import { wordsOf } from '../text/words.ts';
import type { ReadArea, ReadStreet } from './area.ts';
import { isAmong } from './houses.ts';

/** Words of notes with the places of those that begin with a letter. */
export interface SaidWords {
  readonly words: readonly string[];
  readonly byLetter: ReadonlyMap<string, readonly number[]>;
}

/** Reads notes once for every street that is looked for in them. */
export function saidWords(notes: string): SaidWords {
  const words = wordsOf(notes);
  const byLetter = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const letter = word.slice(0, 1);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), at]);
  }
  return { words, byLetter };
}

/**
 * Whether notes name a street of an area in any of its cases, before anything of it is in the card. A house that is named after the
 * street and is not meant is another place.
 */
export function isNamed({ streets }: ReadArea, said: SaidWords): boolean {
  return streets.some((street) => isStreetNamed(street, said));
}

function isStreetNamed(street: ReadStreet, { words, byLetter }: SaidWords): boolean {
  const { stems } = street;
  const [first] = stems;
  if (first === undefined) return false;
  const places = byLetter.get(first.slice(0, 1)) ?? [];
  return places.some((at) => {
    if (!stems.every((stem, by) => words[at + by]?.startsWith(stem) ?? false)) return false;
    return isAmong(houseAfter(words, at + stems.length), street) !== false;
  });
}

/** The house said after a street: at once, or after a word such as `будинок`. */
function houseAfter(words: readonly string[], at: number): string {
  return words.slice(at, at + 2).find((word) => /^\d/.test(word)) ?? '';
}
