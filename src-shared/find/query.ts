import { nearKey } from '../text/near.ts';
import { stemOf, wordsOf } from '../text/words.ts';

/** The same question to the text index, from the strictest to the most generous. */
export interface TextQuery {
  /** Every word whole. */
  readonly exact: string;
  /** Every word's beginning, endings left away. */
  readonly begun: string;
  /** The first letters of every word, as many as have an index of their own: a few lines more than `begun`, at no cost. */
  readonly narrow: string;
  /** What words must begin with for `begun`, one of a few each; null when `narrow` says the same already. */
  readonly stems: readonly (readonly string[])[] | null;
  /** Every word's near spelling, among names. */
  readonly near: string;
}

/** Letters of the longest beginnings that have an index of their own (`prefix` of the tables `find_…`). */
const INDEXED = 4;

/** A word as the index takes it literally. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** Consonants that change before an ending: дорога, на дорозі; річка, у річці; свекруха, свекрусі. */
const CHANGING = new Map(
  ['гз', 'кц', 'хс'].flatMap(
    ([a = '', b = '']) =>
      [
        [a, b],
        [b, a],
      ] as const,
  ),
);
/** Shorter beginnings stand in too many words to be changed. */
const LEAST_CHANGED = 4;

/** What a word begins with in any of its cases. */
function beginnings(word: string): readonly string[] {
  const stem = stemOf(word);
  const other = CHANGING.get(stem.at(-1) ?? '');
  return other === undefined || stem.length < LEAST_CHANGED || stem === word
    ? [stem]
    : [stem, stem.slice(0, -1) + other];
}

/**
 * What is asked of the text index for some typed words; null when there is no word. The last word may be half typed, so every form is a
 * beginning, too, except where it is asked for whole.
 */
export function textQuery(text: string): TextQuery | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const all = (column: string, forms: readonly string[]) => `${column} : (${forms.join(' AND ')})`;
  const begun = words.map(beginnings);
  const isNarrow = begun.flat().every((stem) => [...stem].length <= INDEXED);
  const either = (forms: readonly string[]) => {
    const quotedForms = [...new Set(forms)].map((form) => `${quoted(form)}*`);
    return quotedForms.length === 1 ? (quotedForms[0] ?? '') : `(${quotedForms.join(' OR ')})`;
  };
  const narrow = (stem: string) => [...stem].slice(0, INDEXED).join('');
  return {
    narrow: all(
      'body',
      begun.map((stems) => either(stems.map(narrow))),
    ),
    stems: isNarrow ? null : begun,
    exact: all('body', words.map(quoted)),
    begun: all('body', begun.map(either)),
    near: all(
      'near',
      words.map((word) => `${quoted(nearKey(word))}*`),
    ),
  };
}
