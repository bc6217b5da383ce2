/** A word of a text that can be judged, and where it stands. */
export interface SpelledWord {
  /** Place of its first character in the text. */
  readonly at: number;
  readonly word: string;
}

/** Letters with the apostrophes and hyphens inside a word; a stress mark belongs to its letter. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’‘`´′ʼ-]\p{L}[\p{L}\p{M}]*)*/gu;
/** What has letters and is no word: addresses of the network and of mail, whatever has a digit. */
const NOT_WORDS = /\S*(?:@|:\/\/|www\.|\d)\S*/giu;
const APOSTROPHES = /['’‘`´′ʼ]/g;
const MARKS = /\u0301/g;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Shorter ones are abbreviations as a rule: "м", "вул" is judged, "кв" by the dictionary. */
const LEAST_LETTERS = 2;
/** Longer is no word of these languages. */
const MOST_LETTERS = 60;

/** The words of a text that can be right or wrong, in order. Abbreviations in capitals are not: no dictionary knows those of an oblast. */
export function spelledWords(text: string): SpelledWord[] {
  const judged = text.replace(NOT_WORDS, (skipped) => ' '.repeat(skipped.length));
  const words: SpelledWord[] = [];
  for (const { 0: word, index } of judged.matchAll(WORD)) {
    const letters = word.replace(/[^\p{L}]/gu, '');
    if (letters.length < LEAST_LETTERS || letters.length > MOST_LETTERS) continue;
    if (letters === letters.toUpperCase()) continue;
    if (isNameInside(judged, index, word)) continue;
    words.push({ at: index, word });
  }
  return words;
}

/** Ends what a name follows: a word, a comma, an abbreviation of a kind of place or person, an initial. */
const BEFORE_NAME =
  /(?:[\p{L},;:–—-]|(?:^|[^\p{L}])(?:вул|ул|м|с|смт|сел|пров|пер|просп|пл|бул|обл|р|ім|им|гр|пан|\p{Lu})\.)[ \t]*$/u;

/** A capital letter inside a sentence: somebody's name, which no dictionary can know. */
function isNameInside(text: string, at: number, word: string): boolean {
  return (
    /^\p{Lu}/u.test(word) && BEFORE_NAME.test(text.slice(Math.max(0, at - 8), at).replace(/["«„(]+$/u, ''))
  );
}

/** A word as dictionaries have it: composed, one apostrophe, no stress mark. */
export function dictionaryForm(word: string): string {
  return word.normalize('NFD').replace(MARKS, '').normalize('NFC').replace(APOSTROPHES, "'");
}

/** Latin letters that look like Cyrillic ones, and their Cyrillic twins. */
const LATIN_TWINS = 'aceiopxyABCEHIKMOPTX';
const CYRILLIC_TWINS = 'асеіорхуАВСЕНІКМОРТХ';
const TWINS = new Map([...LATIN_TWINS].map((letter, index) => [letter, CYRILLIC_TWINS[index] ?? letter]));

/**
 * A Cyrillic word in which Latin letters of the same look were typed, put right: searching would never find it.
 * @returns null when the word is of one alphabet, or when a letter has no twin
 */
export function withoutTwins(word: string): string | null {
  if (!CYRILLIC.test(word) || !LATIN.test(word)) return null;
  const whole = [...word]
    .map((letter) => (LATIN.test(letter) ? (TWINS.get(letter) ?? letter) : letter))
    .join('');
  return LATIN.test(whole) ? null : whole;
}

/** Dictionaries that can judge a word: by its alphabet, and by letters that only one language has. */
export function dictionariesOf(word: string): readonly ('uk' | 'ru' | 'en')[] {
  if (!CYRILLIC.test(word)) return LATIN.test(word) ? ['en'] : [];
  if (/[іїєґ']/iu.test(word)) return ['uk'];
  if (/[ыэёъ]/iu.test(word)) return ['ru'];
  return ['uk', 'ru'];
}
