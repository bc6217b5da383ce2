import { foldForSearch } from './words.ts';

/** Latin spellings of Cyrillic sounds as names are written in passports, longest first. */
const LATIN: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['zgh', 'зг'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['zh', 'ж'],
  ['ye', 'е'],
  ['yi', 'і'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'йо'],
  ['iu', 'ю'],
  ['ia', 'я'],
  ['ie', 'е'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'к'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'г'],
  ['i', 'і'],
  ['j', 'й'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'к'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['w', 'в'],
  ['x', 'кс'],
  ['y', 'и'],
  ['z', 'з'],
];

function fromLatin(text: string): string {
  let rest = text;
  let result = '';
  while (rest !== '') {
    const found = LATIN.find(([latin]) => rest.startsWith(latin));
    result += found === undefined ? rest[0] : found[1];
    rest = rest.slice(found === undefined ? 1 : found[0].length);
  }
  return result;
}

/**
 * A key that is equal for near spellings of a name or word, Ukrainian, Russian or in Latin letters: є е э ё, і и ы ї й, ґ г, soft and hard
 * signs, doubled letters, hyphens. For matches offered after the exact ones and for finding double cards; never for deciding anything.
 */
export function nearKey(text: string): string {
  const folded = foldForSearch(text);
  const cyrillic = /[a-z]/.test(folded) ? fromLatin(folded) : folded;
  return cyrillic
    .replace(/ьо|йо/g, 'е')
    .replace(/[єэё]/g, 'е')
    .replace(/[иыїй]/g, 'і')
    .replace(/[ьъ]/g, '')
    .replace(/щ/g, 'ш')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .replace(/(\p{L})\1+/gu, '$1');
}
