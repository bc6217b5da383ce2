import { nearKey } from '../text/near.ts';
import { stemOf, wordsOf } from '../text/words.ts';
import type { Article } from './model.ts';

/** Days over which the use of an article is counted: what callers ask this month. */
export const USE_DAYS = 30;

/** What decides the order of answers. */
export interface Ranked {
  /** Written for the topic and place of the card. */
  readonly isForCard: boolean;
  readonly isOutOfDate: boolean;
  /** A typed word begins a word of its title. */
  readonly inTitle: boolean;
  /** Found by a near spelling only, such as the other language's. */
  readonly isNear: boolean;
  readonly uses: number;
  readonly savedAt: string;
}

/** What was meant before what only sounds like it; for the card; in force; by title; by use; the newest. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return (
    Number(a.isNear) - Number(b.isNear) ||
    Number(b.isForCard) - Number(a.isForCard) ||
    Number(a.isOutOfDate) - Number(b.isOutOfDate) ||
    Number(b.inTitle) - Number(a.inTitle) ||
    b.uses - a.uses ||
    (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0)
  );
}

/** Whether a day is outside the days an article holds for. */
export function isOutOfDate(
  { validFrom, validUntil }: Pick<Article, 'validFrom' | 'validUntil'>,
  day: string,
): boolean {
  return (validFrom !== null && day < validFrom) || (validUntil !== null && day > validUntil);
}

/** Whether some of the words begin as some of the given stems do. */
export function beginsAs(words: readonly string[], stems: readonly string[]): boolean {
  return words.some((word) => stems.some((stem) => word.startsWith(stem)));
}

/** Whether a text has words that begin as some of the given stems do. */
export function says(text: string, stems: readonly string[]): boolean {
  return beginsAs(wordsOf(text), stems);
}

/** Beginnings of the typed words in the spelling that Ukrainian and Russian share. */
export function nearStems(text: string): string[] {
  return wordsOf(text).map((word) => nearKey(stemOf(word)));
}
