import type { Language } from '../../../src-shared/settings/model.ts';
import { dictionariesOf, withoutTwins } from '../../../src-shared/spelling/words.ts';
import { nearKey } from '../../../src-shared/text/near.ts';
import type { Dictionary } from './dictionaries.ts';

/** Suggestions shown at most: as many as there are digits to choose them by, less the two other choices. */
const MOST_SUGGESTIONS = 7;

/** Where a language's dictionary is; loaded when it is first needed. */
type DictionaryOf = (language: Language) => Promise<Dictionary>;

/** The words that no chosen dictionary has. A word none of them can judge counts as right. */
export async function wrongWords(
  words: readonly string[],
  languages: readonly Language[],
  dictionaryOf: DictionaryOf,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const word of words) {
    if (withoutTwins(word) !== null || !(await isRight(word, languages, dictionaryOf))) wrong.push(word);
  }
  return wrong;
}

async function isRight(
  word: string,
  languages: readonly Language[],
  dictionaryOf: DictionaryOf,
): Promise<boolean> {
  const judges = dictionariesOf(word).filter((language) => languages.includes(language));
  // A letter of a language that is not checked here is a slip in those that are.
  if (judges.length === 0)
    return !/\p{Script=Cyrillic}/u.test(word) || !languages.some((language) => language !== 'en');
  for (const language of judges) {
    if ((await dictionaryOf(language)).isRight(word)) return true;
  }
  return false;
}

/** What a wrong word may have been meant to be: the same word in one alphabet, then what the dictionaries know. */
export async function suggestionsFor(
  word: string,
  languages: readonly Language[],
  dictionaryOf: DictionaryOf,
): Promise<string[]> {
  const twin = withoutTwins(word);
  const meant = twin ?? word;
  const judges = dictionariesOf(meant).filter((language) => languages.includes(language));
  const asked = judges.length > 0 ? judges : languages.filter((language) => language !== 'en');
  const found = new Set(twin === null ? [] : [twin]);
  for (const language of asked) {
    const dictionary = await dictionaryOf(language);
    const near = dictionary.isRight(meant) ? [] : dictionary.suggest(meant);
    for (const suggestion of near
      .sort(likeliestFirst(meant))
      .slice(0, Math.ceil(MOST_SUGGESTIONS / asked.length)))
      found.add(suggestion);
  }
  found.delete(word);
  return [...found].sort(likeliestFirst(meant)).slice(0, MOST_SUGGESTIONS);
}

/**
 * What only a doubled letter, an apostrophe, a soft sign or a vowel of the other language tells apart is what people mean; two words
 * in place of one is what they hardly ever do. For the rest the dictionary's order stays.
 */
function likeliestFirst(word: string): (a: string, b: string) => number {
  const key = nearKey(word);
  const isSplit = (text: string) => /[\s-]/.test(text) && !/[\s-]/.test(word);
  const rank = (text: string) => (isSplit(text) ? 2 : nearKey(text) === key ? 0 : 1);
  return (a, b) => rank(a) - rank(b);
}
