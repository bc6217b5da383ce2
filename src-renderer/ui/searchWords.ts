import { turnLayout } from '../../src-shared/text/layout.ts';
import { nearKey } from '../../src-shared/text/near.ts';
import { wordsOf } from '../../src-shared/text/words.ts';

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

/**
 * Prepares a list for finding by the beginnings of words, in any order, case and apostrophe. Only where that finds nothing: as typed in
 * the wrong keyboard layout, then by near spellings.
 * @returns a search: all items in their own order for an empty query, else those in which every typed word begins some word,
 * best hits first
 */
export function searchWords<T>(items: readonly Findable<T>[]): (query: string) => T[] {
  const exact = items.map((entry) => prepare(entry, wordsOf));
  let near: readonly Prepared<T>[] | undefined;
  return (query) => {
    const typed = wordsOf(query);
    if (typed.length === 0) return exact.map((entry) => entry.item);
    // Signs such as `;` and `[` are letters of another layout: the query is turned before it is taken apart.
    const turned = (['uk', 'ru'] as const).map((to) => wordsOf(turnLayout(query, 'en', to)));
    for (const words of [typed, ...turned]) {
      const found = hits(exact, words);
      if (found.length > 0) return found;
    }
    near ??= items.map((entry) => prepare(entry, nearWords));
    return hits(near, nearWords(query));
  };
}

function nearWords(text: string): string[] {
  return wordsOf(text).map(nearKey);
}

function prepare<T>(entry: Findable<T>, take: (text: string) => string[]): Prepared<T> {
  return {
    item: entry.item,
    fields: [
      { words: take(entry.name), weight: 4 },
      { words: entry.words.flatMap(take), weight: 3 },
      { words: take(entry.group), weight: 1 },
    ],
  };
}

function hits<T>(entries: readonly Prepared<T>[], typed: readonly string[]): T[] {
  return entries
    .map((entry, order) => ({
      item: entry.item,
      order,
      score: scoreOf(entry, typed),
      length: nameLength(entry),
    }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || a.length - b.length || a.order - b.order)
    .map((hit) => hit.item);
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
