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

type Names = ReadonlyMap<string, readonly Place[]>;
const indexes = new WeakMap<readonly Place[], Names>();

/** First letters of a name -> places whose name begins so. */
function indexOf(places: readonly Place[]): Names {
  const known = indexes.get(places);
  if (known !== undefined) return known;
  const index = new Map<string, Place[]>();
  for (const place of places) {
    for (const key of new Set(namesOf(place).map(keyOf))) {
      index.set(key, [...(index.get(key) ?? []), place]);
    }
  }
  indexes.set(places, index);
  return index;
}

function keyOf(name: string): string {
  return bare(name).slice(0, 3);
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
    from,
    to: from + word.length,
  }));
  const found: PlaceFact[] = [];
  for (const [at, { from }] of tokens.entries()) {
    const isTaken = [...found, ...without].some((span) => from >= span.from && from < span.to);
    if (isTaken || !CAPITAL.test(text.slice(from))) continue;
    const near = index.get(keyOf(text.slice(from, from + 6)));
    if (near === undefined) continue;
    const isMarked = MARK.test(text.slice(Math.max(0, from - 12), from));
    for (let count = MOST_WORDS; count >= 1; count -= 1) {
      const last = tokens[at + count - 1];
      if (last === undefined) continue;
      const said = text.slice(from, last.to);
      const called = near.filter((place) => namesOf(place).some((name) => isCalled(said, name, isMarked)));
      if (called.length !== 1 || said.length < LEAST_LETTERS) continue;
      found.push({ kind: 'place', from, to: last.to, code: called[0]?.code ?? '' });
      break;
    }
  }
  return found;
}

function isCalled(said: string, name: string, isMarked: boolean): boolean {
  const [told, known] = [bare(said), bare(name)];
  if (told === known) return true;
  // A name that is a noun, `Краматорськ`, has other cases than the adjective made of it.
  if (!isMarked || (!ENDS_LIKE_ADJECTIVE.test(known) && ADJECTIVE.test(told))) return false;
  const [ours, theirs] = [told.split(/\s+/), known.split(/\s+/)];
  return (
    ours.length === theirs.length &&
    ours.every((word, at) => {
      const whole = theirs[at] ?? '';
      return word.startsWith(stemOf(whole)) && Math.abs(word.length - whole.length) <= ENDING;
    })
  );
}
