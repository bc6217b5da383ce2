import type { Day } from '../clock.ts';
import type { Place } from '../directory/place.ts';
import { daysIn } from './day.ts';
import { type Fact, factKey } from './model.ts';
import { namesIn } from './name.ts';
import { phonesIn } from './phone.ts';
import { placesIn } from './place.ts';
import { streetsIn } from './street.ts';

/**
 * What the notes tell, by rules alone and nothing sent anywhere: each fact once, where it stands first, in the order of the notes.
 * @param today the day of the call
 */
export function factsIn(text: string, today: Day, places: readonly Place[]): Fact[] {
  const streets = streetsIn(text);
  const names = namesIn(text);
  const facts: Fact[] = [
    ...phonesIn(text),
    ...streets,
    ...names,
    ...placesIn(text, places, [...streets, ...names]),
    ...daysIn(text, today),
  ];
  const first = new Map<string, Fact>();
  for (const fact of facts.toSorted((a, b) => a.from - b.from)) {
    if (!first.has(factKey(fact))) first.set(factKey(fact), fact);
  }
  return [...first.values()];
}
