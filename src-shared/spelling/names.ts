import { foldForSearch } from '../text/words.ts';

/** A name's forms begin alike: this many letters may differ at the end, by the length of the word. */
function mostCut(length: number): number {
  if (length >= 8) return 3;
  return length >= 6 ? 2 : 1;
}

/** Beginnings that the cases of one name share. Three letters at least: fewer would let anything pass. */
function beginnings(word: string): string[] {
  const shortest = Math.max(3, word.length - mostCut(word.length));
  const found: string[] = [];
  for (let length = word.length; length >= shortest; length -= 1) found.push(word.slice(0, length));
  return found;
}

/** Names that count as rightly spelled in every case: places of the directory, people of the card. */
export interface KnownNames {
  has(word: string): boolean;
}

/**
 * Gathers names, each of one word or of several.
 * @param names as the directory has them, such as "вулиця Вʼячеслава Чорновола"
 */
export function knownNames(names: Iterable<string>): KnownNames {
  const known = new Set<string>();
  for (const name of names) {
    for (const word of name.split(/[^\p{L}\p{M}'’ʼ]+/u)) {
      const folded = foldForSearch(word);
      if (folded.length >= 3) for (const beginning of beginnings(folded)) known.add(beginning);
    }
  }
  return {
    has: (word) =>
      word.split('-').every((part) => beginnings(foldForSearch(part)).some((start) => known.has(start))),
  };
}
