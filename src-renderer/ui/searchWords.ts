import { fold } from '../../src-shared/fold.ts';

/** What can be found, with the words it is found by. */
export interface Findable<T> {
  readonly item: T;
  /** Its own name: a hit here weighs most. */
  readonly name: string;
  /** Everyday words, names in other languages. */
  readonly words: readonly string[];
  /** What it belongs to: a hit here weighs least. */
  readonly group: string;
}

interface Prepared<T> {
  readonly item: T;
  readonly fields: readonly { readonly words: readonly string[]; readonly weight: number }[];
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}ʼ]+/u)
    .filter((word) => word !== '');
}

/**
 * Prepares a list for finding by the beginnings of words, in any order, case and apostrophe.
 * @returns a search: all items in their own order for an empty query, else those in which every typed word begins some word,
 * best hits first
 */
export function searchWords<T>(items: readonly Findable<T>[]): (query: string) => T[] {
  const prepared: Prepared<T>[] = items.map((entry) => ({
    item: entry.item,
    fields: [
      { words: wordsOf(entry.name), weight: 4 },
      { words: entry.words.flatMap(wordsOf), weight: 3 },
      { words: wordsOf(entry.group), weight: 1 },
    ],
  }));
  return (query) => {
    const typed = wordsOf(query);
    if (typed.length === 0) return prepared.map((entry) => entry.item);
    return prepared
      .map((entry, order) => ({
        item: entry.item,
        order,
        score: scoreOf(entry, typed),
        length: nameLength(entry),
      }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || a.length - b.length || a.order - b.order)
      .map((hit) => hit.item);
  };
}

/** Of two equal hits the shorter name is the closer one. */
function nameLength(entry: Prepared<unknown>): number {
  return entry.fields[0]?.words.length ?? 0;
}

function scoreOf(entry: Prepared<unknown>, typed: readonly string[]): number {
  let total = 0;
  for (const word of typed) {
    let best = 0;
    for (const field of entry.fields) {
      for (const candidate of field.words) {
        if (!candidate.startsWith(word)) continue;
        best = Math.max(best, candidate === word ? field.weight * 2 : field.weight);
      }
    }
    if (best === 0) return 0;
    total += best;
  }
  return total;
}
