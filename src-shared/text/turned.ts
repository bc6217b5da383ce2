import { mistyped, turnLayout } from './layout.ts';

/** The last words of a text and what they were meant to be. */
export interface TurnedWords {
  readonly from: number;
  readonly to: number;
  readonly turned: string;
}

const MOST_WORDS = 30;
/** One or two letters, which say nothing by themselves. In Cyrillic they are words of the language too often to go along. */
const SHORT_LATIN = /^[a-z;'[\],.`]{1,2}$/i;

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
    const looksWrong = mistyped(word, language) !== null;
    if (!looksWrong && !SHORT_LATIN.test(word)) break;
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
