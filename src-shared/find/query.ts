import { nearKey } from '../text/near.ts';
import { stemOf, wordsOf } from '../text/words.ts';

/** The same question to the text index, from the strictest to the most generous. */
export interface TextQuery {
  /** Every word whole. */
  readonly exact: string;
  /** Every word's beginning, endings left away. */
  readonly begun: string;
  /** Every word's near spelling, among names. */
  readonly near: string;
}

/** A word as the index takes it literally. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/**
 * What is asked of the text index for some typed words; null when there is no word. The last word may be half typed, so every form is a
 * beginning, too, except where it is asked for whole.
 */
export function textQuery(text: string): TextQuery | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const all = (column: string, forms: readonly string[]) => `${column} : (${forms.join(' AND ')})`;
  return {
    exact: all('body', words.map(quoted)),
    begun: all(
      'body',
      words.map((word) => `${quoted(stemOf(word))}*`),
    ),
    near: all(
      'near',
      words.map((word) => `${quoted(nearKey(word))}*`),
    ),
  };
}
