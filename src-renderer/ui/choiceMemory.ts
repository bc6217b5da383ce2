import { z } from 'zod';

/** How often, and in which order of use, values of a list were chosen by one operator on this workstation. Codes only, no data of people. */
const Memory = z.record(z.string(), z.object({ count: z.int().positive(), last: z.int().nonnegative() }));
type Memory = z.infer<typeof Memory>;

/** Most values remembered of one list; the least recent one gives way. */
const MOST = 60;
const RECENT = 5;
const FREQUENT = 5;

function keyOf(list: string, operator: string): string {
  return `chosen.${list}.${operator}`;
}

function read(list: string, operator: string): Memory {
  try {
    return Memory.parse(JSON.parse(localStorage.getItem(keyOf(list, operator)) ?? '{}'));
  } catch {
    // What cannot be read is worth nothing: the list stands in its own order until something is chosen again.
    return {};
  }
}

/** Keeps that a value was chosen. */
export function rememberChoice(list: string, operator: string, value: string): void {
  const next = withChoice(read(list, operator), value);
  try {
    localStorage.setItem(keyOf(list, operator), JSON.stringify(next));
  } catch {
    // A full or closed store costs only the order of a list.
  }
}

/** The values this operator chose last, then those chosen most often. */
export function favourites(list: string, operator: string): string[] {
  return ranked(read(list, operator));
}

/** A memory after one more choice. */
export function withChoice(memory: Memory, value: string): Memory {
  const clock = Math.max(0, ...Object.values(memory).map(({ last }) => last)) + 1;
  const next = { ...memory, [value]: { count: (memory[value]?.count ?? 0) + 1, last: clock } };
  const kept = Object.entries(next).sort(([, a], [, b]) => b.last - a.last);
  return Object.fromEntries(kept.slice(0, MOST));
}

/** The last ones, latest first, then the most frequent of the others. */
export function ranked(memory: Memory): string[] {
  const entries = Object.entries(memory);
  const recent = [...entries].sort(([, a], [, b]) => b.last - a.last).slice(0, RECENT);
  const others = entries.filter(([value]) => !recent.some(([known]) => known === value));
  const frequent = others.sort(([, a], [, b]) => b.count - a.count || b.last - a.last).slice(0, FREQUENT);
  return [...recent, ...frequent].map(([value]) => value);
}
