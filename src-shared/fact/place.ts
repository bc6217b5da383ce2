import { namesOf, type Place } from '../directory/place.ts';
import { fold } from '../fold.ts';
import { stemOf } from '../text/words.ts';
import type { PlaceFact, Span } from './model.ts';

const WORD = /\p{L}[\p{L}'’ʼ-]*/gu;
const CAPITAL = /^\p{Lu}/u;
/** Words after which a settlement is named, in any case. */
const MARK =
  /(?<![\p{L}\d])(?:м|міст\p{L}{1,2}|с|сел[оіа]|селищ[еіа]|смт|с-щ[еі]|г|город[еау]?|пос|пгт|у|в|із?|зі|з|до|біля|из|около)\.?[^\S\n]+$/iu;
const MOST_WORDS = 3;
/** Shorter names are words of the language as often as not. */
const LEAST_LETTERS = 4;
/** Endings of the cases are at most so much longer or shorter. */
const ENDING = 3;

const ENDS_LIKE_ADJECTIVE = /[аеиіоуяюєїыэй]$/u;
const ADJECTIVE = /(?:ому|ого|ий|ій|ої|им|ым|ой|ый)$/u;

/** A name of a place, taken apart once. */
interface Name {
  readonly place: Place;
  readonly bare: string;
  readonly words: readonly { readonly stem: string; readonly length: number }[];
}

type Names = ReadonlyMap<string, readonly Name[]>;
const indexes = new WeakMap<readonly Place[], Names>();
/** By so many first letters names are looked up: no ending changes them. */
const FIRST = 3;

/** First letters of a name -> names that begin so. */
function indexOf(places: readonly Place[]): Names {
  const known = indexes.get(places);
  if (known !== undefined) return known;
  const index = new Map<string, Name[]>();
  for (const place of places) {
    for (const name of new Set(namesOf(place).map(bare))) {
      const words = name.split(/\s+/).map((word) => ({ stem: stemOf(word), length: word.length }));
      const key = name.slice(0, FIRST);
      const names = index.get(key) ?? [];
      names.push({ place, bare: name, words });
      index.set(key, names);
    }
  }
  indexes.set(places, index);
  return index;
}

function bare(name: string): string {
  return fold(name).replaceAll('ʼ', '');
}

/**
 * Settlements of the directory named in a text: with a capital, called so by no other settlement, and either in the case they are called by or
 * after a word such as "м." or "у".
 * @param without stretches that are something else, such as streets and persons
 */
export function placesIn(text: string, places: readonly Place[], without: readonly Span[]): PlaceFact[] {
  const index = indexOf(places);
  const tokens = [...text.matchAll(WORD)].map(({ 0: word, index: from }) => ({
    word,
    from,
    to: from + word.length,
  }));
  const found: PlaceFact[] = [];
  for (const [at, { word, from }] of tokens.entries()) {
    if (!CAPITAL.test(word)) continue;
    const near = index.get(bare(word).slice(0, FIRST));
    if (near === undefined || [...found, ...without].some((span) => from >= span.from && from < span.to))
      continue;
    const isMarked = MARK.test(text.slice(Math.max(0, from - 12), from));
    for (let count = MOST_WORDS; count >= 1; count -= 1) {
      const last = tokens[at + count - 1];
      if (last === undefined || last.to - from < LEAST_LETTERS) continue;
      const told = bare(text.slice(from, last.to));
      const called = new Set(
        near.filter((name) => isCalled(told, name, isMarked)).map(({ place }) => place.code),
      );
      const [code] = called;
      if (called.size !== 1 || code === undefined) continue;
      found.push({ kind: 'place', from, to: last.to, code });
      break;
    }
  }
  return found;
}

function isCalled(told: string, { bare: known, words }: Name, isMarked: boolean): boolean {
  if (told === known) return true;
  // A name that is a noun, `Краматорськ`, has other cases than the adjective made of it.
  if (!isMarked || (!ENDS_LIKE_ADJECTIVE.test(known) && ADJECTIVE.test(told))) return false;
  const ours = told.split(/\s+/);
  return (
    ours.length === words.length &&
    words.every(({ stem, length }, at) => {
      const word = ours[at] ?? '';
      return word.startsWith(stem) && Math.abs(word.length - length) <= ENDING;
    })
  );
}
