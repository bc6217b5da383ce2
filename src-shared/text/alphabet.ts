import { fold } from '../fold.ts';

/** Letters that stand elsewhere in the alphabet than in the table of signs: right behind the letter they are written with here. */
const BEHIND: Readonly<Record<string, string>> = {
  ґ: 'г\uffff',
  є: 'е\uffff',
  ё: 'е\uffff\uffff',
  і: 'и\uffff',
  ї: 'и\uffff\uffff',
};

/**
 * A key by which texts stand in the order of the Ukrainian alphabet when they are compared sign by sign, which costs a hundredth of asking
 * for the language's order each time. Apostrophes do not count.
 */
export function alphabetKey(text: string): string {
  const composed = text.normalize('NFC').toLowerCase();
  // `fold` makes one letter of ґ and г: they are told apart before.
  const spread = composed.replace(/[ґєёії]/g, (letter) => BEHIND[letter] ?? letter);
  return fold(spread).replaceAll('ʼ', '');
}
