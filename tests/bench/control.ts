// npm run bench -- control [terms] [board] [--small]: what control reckons and shows. Without a name every part is measured.
import { boardFigures } from './board.ts';
import { loadNow, machineText } from './machine.ts';
import { measureRaw } from './raw.ts';
import { type Figure, tableOf } from './table.ts';
import { termFigures } from './terms.ts';

const words = process.argv.slice(2);
const isSmall = words.includes('--small');

/** Every part by its name on the command line. */
const PARTS: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  board: () => boardFigures(isSmall ? 2_000 : 20_000),
  terms: () => termFigures(isSmall ? 10_000 : 1_000_000),
};

async function main(): Promise<void> {
  const loadBefore = loadNow();
  const raw = await measureRaw(isSmall ? 500 : 20_000);
  const chosen = Object.entries(PARTS).filter(([name]) => isAll() || words.includes(name));
  const figures: Figure[] = [];
  for (const [name, measure] of chosen) {
    process.stderr.write(`measuring: ${name}\n`);
    figures.push(...(await measure()));
  }
  process.stdout.write(`\n${machineText(raw.commitsPerSecond, loadBefore)}\n\n${tableOf(figures)}\n`);
}

function isAll(): boolean {
  return !words.some((word) => word in PARTS);
}

await main();
