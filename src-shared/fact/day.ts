import { Temporal } from 'temporal-polyfill';
import { Day } from '../clock.ts';
import type { DayFact } from './model.ts';

const EDGE = '(?<![\\p{L}\\d])';
const END = '(?![\\p{L}\\d])';
/** A day that is written beside already. */
const WRITTEN = /^\s*\(?\s*\d{1,2}[./]\d{1,2}/;

/** Days by their distance from that of the call. */
const DISTANCES: readonly (readonly [words: string, days: number])[] = [
  ['позавчора|позавчера', -2],
  ['вчора|учора|вчера', -1],
  ['післязавтра|послезавтра', 2],
  ['завтра', 1],
];
/** Days of the week as said after "since" and "last", from Monday on. */
const WEEKDAYS = [
  'понеділ(?:ка|ок)|понедельник[а]?',
  'вівтор(?:ка|ок)|вторник[а]?',
  'серед[иу]|сред[ыу]',
  'четверга?',
  "п['’ʼ]?ятниц[іюи]|пятниц[ыу]",
  'субот[иу]|суббот[ыу]',
  'неділ[іюи]|воскресень[яе]',
] as const;
const SINCE = '(?:з|із|зі|від|с|со|от)';
const LAST = '(?:минул(?:ого|ої|ий|у)|прошл(?:ого|ой|ый|ую|ое))';
const AGO = new RegExp(
  `${EDGE}(?:(\\d{1,3})\\s+(?:дн(?:і|ів|я|ей)|день|доби|діб)|(тиждень|неделю))\\s+(?:тому|назад)${END}`,
  'giu',
);

/**
 * Days told by the day of the call. Today is left out: the call itself tells it; so is what has its date beside it.
 * @param today the day of the call
 */
export function daysIn(text: string, today: Day): DayFact[] {
  const date = Temporal.PlainDate.from(today);
  const found: DayFact[] = [];
  const add = (from: number, said: string, days: number) => {
    const to = from + said.length;
    if (WRITTEN.test(text.slice(to)) || found.some((other) => from < other.to && to > other.from)) return;
    found.push({ kind: 'day', from, to, day: Day.parse(date.add({ days }).toString()) });
  };
  for (const [words, days] of DISTANCES) {
    for (const match of text.matchAll(new RegExp(`${EDGE}(?:${words})${END}`, 'giu')))
      add(match.index, match[0], days);
  }
  for (const match of text.matchAll(AGO)) add(match.index, match[0], -Number(match[1] ?? 7));
  for (const [at, words] of WEEKDAYS.entries()) {
    const back = (date.dayOfWeek - (at + 1) + 7) % 7 || 7;
    for (const match of text.matchAll(new RegExp(`${EDGE}(?:${SINCE}|${LAST})\\s+(?:${words})${END}`, 'giu')))
      add(match.index, match[0], -back);
  }
  return found.toSorted((a, b) => a.from - b.from);
}
