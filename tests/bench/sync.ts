// npm run bench -- sync [--small] [figure ...]: the figures of the exchange, measured on this machine, as a table.
import { rm } from 'node:fs/promises';
import { firstSync, latency, rebaseUnderLoad } from './atWork.ts';
import { PLACE } from './centre.ts';
import { drainOfMany, drainOfOne } from './drain.ts';
import { loadNow, machineText } from './machine.ts';
import { measureRaw, type RawRates } from './raw.ts';
import type { Sizes } from './sizes.ts';
import { type Figure, tableOf } from './table.ts';

const FULL: Sizes = {
  drained: 1_000,
  stations: 100,
  commandsEach: 500,
  appeals: 100_000,
  pouchDocs: 10_000,
  wakes: 100,
  pulls: 500,
};

/** A hundredth: tells whether the bench works, and nothing about speed. */
const SMALL: Sizes = {
  drained: 20,
  stations: 5,
  commandsEach: 100,
  appeals: 500,
  pouchDocs: 100,
  wakes: 3,
  pulls: 10,
};

const words = process.argv.slice(2);
const isSmall = words.includes('--small');
const sizes = isSmall ? SMALL : FULL;

const parts: Record<string, (raw: RawRates) => Promise<Figure[]>> = {
  one: (raw) => drainOfOne(sizes, raw),
  many: (raw) => drainOfMany(sizes, raw),
  first: () => firstSync(sizes),
  latency: () => latency(sizes),
  rebase: () => (isSmall ? rebaseUnderLoad(40, 20, 2) : rebaseUnderLoad(1_000, 500, 20)),
};

const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.find((word) => parts[word] === undefined);
if (unknown !== undefined)
  throw new Error(`There is no figure "${unknown}"; there are ${Object.keys(parts).join(', ')}.`);

const loadBefore = loadNow();
try {
  const raw = await measureRaw(isSmall ? 500 : 20_000);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    process.stderr.write(`measuring: ${name}\n`);
    figures.push(...(await measure(raw)));
  }
  process.stdout.write(`\n${machineText(raw.commitsPerSecond, loadBefore)}\n\n${tableOf(figures)}\n`);
} finally {
  await rm(PLACE, { recursive: true, force: true });
}
// The pipes to ended programs may linger.
process.exit();
