import { turnLayout } from '../text/layout.ts';
import type { Snippet } from './model.ts';

const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * The keys a text is typed with, by their place on the keyboard, as a Latin layout writes them: `вода`, `voda` typed with the Cyrillic layout
 * on, and the other way round, compare by it.
 */
export function keysOf(text: string): string {
  const lower = text.toLowerCase();
  // Signs stand on different keys of different layouts: a word with a Cyrillic letter in it was typed in a Cyrillic one.
  if (!CYRILLIC.test(lower)) return lower;
  return [...lower].map(keyOf).join('');
}

function keyOf(sign: string): string {
  const uk = turnLayout(sign, 'uk', 'en');
  return uk === sign ? turnLayout(sign, 'ru', 'en') : uk;
}

/** A code typed in the notes: where it stands, its sign included, and the keys of it. */
export interface TypedCode {
  readonly from: number;
  readonly to: number;
  readonly keys: string;
  /** Begun by the sign itself; else by the letter that stands on its key in a Cyrillic layout, which may begin a word as well. */
  readonly isSigned: boolean;
}

/** The code that ends at the caret: `;вода`, `;djlf` or, with the Cyrillic layout on throughout, `жвода`. Null when there is none. */
export function codeBefore(text: string, caret: number): TypedCode | null {
  const word = /\S{2,40}$/.exec(text.slice(0, caret))?.[0];
  if (word === undefined) return null;
  const isSigned = word.startsWith(';');
  if (!isSigned && !/^ж/iu.test(word)) return null;
  return { from: caret - word.length, to: caret, keys: keysOf(word.slice(1)), isSigned };
}

/**
 * The snippets a typed code means: the one of exactly this code first, then those whose code begins so, the shortest first, if the sign itself was typed.
 */
export function snippetsOf<S extends Pick<Snippet, 'code' | 'title'>>(
  { keys, isSigned }: TypedCode,
  snippets: readonly S[],
): S[] {
  const exact = snippets.filter(({ code }) => keysOf(code) === keys);
  const begun = snippets
    .filter((one) => !exact.includes(one) && keysOf(one.code).startsWith(keys))
    .toSorted((a, b) => a.code.length - b.code.length);
  return isSigned ? [...exact, ...begun] : exact;
}
