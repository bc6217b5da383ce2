import { stemOf, wordsOf } from '../text/words.ts';

const LONGEST = 200;
/** Fewer letters ask nothing. */
const LEAST_LETTERS = 3;
/** Longer runs of digits are telephones, documents, accounts: of a person, and no help to an editor. */
const PERSONAL_DIGITS = /(?:\+?\d[\s()-]*){5,}/g;
const E_MAIL = /\S+@\S+/g;

/**
 * What was typed as a question for the editors: spaces tidied, telephones, numbers of documents and addresses of mail away.
 * @returns null when nothing is left that could be asked
 */
export function askableText(typed: string): string | null {
  const text = typed
    .replace(E_MAIL, ' ')
    .replace(PERSONAL_DIGITS, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim();
  return (text.match(/\p{L}/gu) ?? []).length >= LEAST_LETTERS ? text : null;
}

/** Equal for questions in the same words, whatever their order and endings. */
export function sameQuestionKey(text: string): string {
  return [...new Set(wordsOf(text).map(stemOf))].sort().join(' ');
}
