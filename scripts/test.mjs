// npm test: everything CI needs, from a fresh clone. Steps run in order and the first failure ends the run.
// Runs on Node 20 with built-ins only until the packages are there; `enter` goes on with the pinned Node.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enter } from './setup/entry.mjs';
import { inProject, projectFolder } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { run } from './setup/run.mjs';
import { say, seconds } from './setup/say.mjs';

const reportFolder = inProject('test-results');
const vitestReport = inProject('test-results', 'vitest.json');

/** Title and npm script of every step, cheapest first. */
const steps = [
  ['Style', ['run', 'lint']],
  ['Types of every tree', ['run', 'typecheck']],
  ['Arrows between the trees', ['run', 'layers']],
  ['Rules for files', ['run', 'files']],
  [
    'Unit, integration, sync and migration tests',
    ['run', 'vitest', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
  ],
];

await enter(fileURLToPath(import.meta.url), main);

async function main() {
  mkdirSync(reportFolder, { recursive: true });
  const prepared = await prepare({ virtualDisplay: true, build: false });
  for (const [title, args] of steps) {
    const began = performance.now();
    say(`\n== ${title}`);
    const { code } = await run('npm', args, { cwd: projectFolder, env: prepared.env });
    say(`-- ${title}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds(performance.now() - began)})`);
    if (code !== 0) return 1;
  }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(vitestReport, 'utf8'));
  say(`\n${numPassedTests} passed, ${numFailedTests} failed`);
  return numFailedTests === 0 ? 0 : 1;
}
