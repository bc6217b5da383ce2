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
 * @param read lines read before, for the same day and places: a line that did not change is not read again. Kept up to date
 */
export function factsIn(
  text: string,
  today: Day,
  places: readonly Place[],
  read: Map<string, readonly Fact[]> = new Map(),
): Fact[] {
  const lines = text.split('\n');
  const first = new Map<string, Fact>();
  let start = 0;
  for (const line of lines) {
    const facts = read.get(line) ?? factsOf(line, today, places);
    read.set(line, facts);
    for (const fact of facts) {
      const key = factKey(fact);
      if (!first.has(key)) first.set(key, { ...fact, from: fact.from + start, to: fact.to + start });
    }
    start += line.length + 1;
  }
  const present = new Set(lines);
  for (const line of read.keys()) if (!present.has(line)) read.delete(line);
  return [...first.values()];
}

function factsOf(line: string, today: Day, places: readonly Place[]): Fact[] {
  const streets = streetsIn(line);
  const names = namesIn(line);
  const facts: Fact[] = [
    ...phonesIn(line),
    ...streets,
    ...names,
    ...placesIn(line, places, [...streets, ...names]),
    ...daysIn(line, today),
  ];
  return facts.toSorted((a, b) => a.from - b.from);
}
