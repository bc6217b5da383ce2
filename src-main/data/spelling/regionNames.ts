import { type KnownNames, knownNames } from '../../../src-shared/spelling/names.ts';
import type { Desk } from '../desk.ts';

/** Places read in one step; other messages are answered between two. */
const PAGE = 500;
/** A directory changes a few times a year: names are read again after this many milliseconds. */
const FRESH_MS = 30 * 60_000;

/** Names of the region's places, read when a capitalised word is first met that no dictionary has. */
export function createRegionNames(desk: Desk): () => Promise<KnownNames> {
  let read: { readonly at: number; readonly names: Promise<KnownNames> } | null = null;
  return () => {
    const now = desk.time.wallMs();
    if (read === null || now - read.at > FRESH_MS) read = { at: now, names: readNames(desk) };
    return read.names;
  };
}

async function readNames(desk: Desk): Promise<KnownNames> {
  const texts: string[] = [];
  for (const type of ['settlement', 'street'] as const) {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = desk.stores.records.directory.namesAfter(type, after, PAGE);
      texts.push(...page.map(({ names }) => names));
      after = page.length < PAGE ? undefined : page.at(-1)?.id;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return knownNames(texts);
}
