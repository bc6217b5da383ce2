import { fold } from '../fold.ts';

/** Marks that stand on letters, such as the stress in a word copied from a dictionary. */
const MARKS = /[\u0300-\u036f]/g;

/** One spelling for finding: as `fold`, and no matter whether an apostrophe or a stress mark is written at all. */
export function foldForSearch(text: string): string {
  return fold(text).replace(MARKS, '').replaceAll('ʼ', '');
}

/** The words of a text in their spelling for finding. */
export function wordsOf(text: string): string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * A word without its ending, so that other cases of it are found: short ones lose a vowel, longer ones one letter, two from seven letters on,
 * three from nine on.
 */
export function stemOf(word: string): string {
  if (/\d/.test(word) || word.length < 3) return word;
  if (word.length < 6) return word.replace(/[аеиіоуяюєїыэ]$/u, '');
  const cut = word.length >= 9 ? 3 : word.length >= 7 ? 2 : 1;
  return word.slice(0, -cut);
}
