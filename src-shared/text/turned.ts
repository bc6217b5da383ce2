import { looksLatin, mistyped, turnLayout } from './layout.ts';

/** The last words of a text and what they were meant to be. */
export interface TurnedWords {
  readonly from: number;
  readonly to: number;
  readonly turned: string;
}

const MOST_WORDS = 30;
/** A word typed with the keys of letters, in Latin ones; a capital begins a name. */
const SMALL_LATIN = /^[a-z;'[\],.`]+$/;

/** Short words of the language look like anything in the other layout; short Latin words in capitals are abbreviations. */
const LEFT_ALONE = /^\P{L}*(?:\p{Script=Cyrillic}{1,4}|[A-Z]{2,5})\P{L}*$/u;

/**
 * The words just before the caret that were typed in the wrong keyboard layout, back to the first one of their line that looks right.
 * @param language of the Cyrillic meant
 * @returns null when the last word looks right
 */
export function turnedBefore(text: string, caret: number, language: 'uk' | 'ru'): TurnedWords | null {
  const lineFrom = text.lastIndexOf('\n', caret - 1) + 1;
  const words = [...text.slice(lineFrom, caret).matchAll(/\S+/g)].slice(-MOST_WORDS);
  const last = words.at(-1);
  let begin: number | null = null;
  let isWrong = false;
  for (const { 0: word, index } of words.reverse()) {
    const looksWrong = mistyped(word, language) !== null && !LEFT_ALONE.test(word);
    // Too little to tell by itself: it goes with the words beside it. In Cyrillic it is a word of the language too often.
    const isOpen = SMALL_LATIN.test(word) && !looksLatin(word);
    if (!looksWrong && !isOpen) break;
    isWrong ||= looksWrong;
    begin = lineFrom + index;
  }
  // A semicolon begins the code of a snippet, which is read in any layout.
  if (last === undefined || begin === null || !isWrong || last[0].startsWith(';')) return null;
  const to = lineFrom + last.index + last[0].length;
  const typed = text.slice(begin, to);
  const turned = /[a-z]/i.test(typed) ? turnLayout(typed, 'en', language) : turnLayout(typed, language, 'en');
  return { from: begin, to, turned };
}
