// npm test: everything CI needs, from a fresh clone. Steps run in order and the first failure ends the run.
// `node scripts/test.mjs <step> [arguments]` runs one step alone, after the same set-up (npm run e2e, npm run build).
// Runs on Node 20 with built-ins only until the packages are there; `enter` goes on with the pinned Node.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './setup/build.mjs';
import { startDisplay } from './setup/display.mjs';
import { enter } from './setup/entry.mjs';
import { ensureExchange, ownNetwork } from './setup/exchange.mjs';
import { inProject, pinnedNode, projectFolder } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { withFamily } from './setup/run.mjs';
import { Stop, say, seconds } from './setup/say.mjs';

const reports = inProject('.holos', 'reports');
const vitestReport = `${reports}/vitest.json`;
const e2eReport = `${reports}/e2e.json`;
const callsReport = `${reports}/calls.json`;

/** Every step, cheapest first: its name for the command line, its title, what it does (answers an exit code). */
const steps = [
  { name: 'lint', title: 'Style', work: (context) => npm(context, 'lint') },
  { name: 'typecheck', title: 'Types of every tree', work: (context) => npm(context, 'typecheck') },
  { name: 'layers', title: 'Arrows between the trees', work: (context) => npm(context, 'layers') },
  { name: 'files', title: 'Rules for files', work: (context) => npm(context, 'files') },
  { name: 'vitest', title: 'Unit, integration, sync and migration tests', work: vitest },
  { name: 'build', title: 'Build of the workstation', work: build },
  { name: 'e2e', title: 'End to end in a real Electron', work: endToEnd },
  { name: 'calls', title: 'Real telephone calls into a real Electron', work: calls },
];

await enter(fileURLToPath(import.meta.url), main);

async function main() {
  const [only, ...extra] = process.argv.slice(2);
  const chosen = only
    ? steps.filter(({ name }) => name === only || (needsWindow(only) && name === 'build'))
    : steps;
  if (chosen.length === 0) {
    throw new Stop(`There is no step "${only}"; there are ${steps.map(({ name }) => name).join(', ')}.`);
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const began = performance.now();
  const needsElectron = chosen.some(({ name }) => needsWindow(name));
  // The whole run fetches the runtime first: a network failure is worth knowing before ten minutes of tests.
  const prepared = needsElectron ? await prepare({ virtualDisplay: true, build: false }) : undefined;
  const env = prepared?.env ?? process.env;
  if (!only) say(`-- Set-up: ready (${seconds(performance.now() - began)})`);
  return await withFamily((family) => runSteps(chosen, { family, prepared, env, extra }));
}

async function runSteps(chosen, context) {
  const done = [];
  let code = 0;
  for (const { title, work } of chosen) {
    say(`\n== ${title}`);
    const began = performance.now();
    code = await work(context);
    const line = `${code === 0 ? 'ok    ' : 'FAILED'}  ${title} (${seconds(performance.now() - began)})`;
    say(`-- ${line}`);
    done.push(line);
    if (code !== 0) break;
  }
  if (chosen.length > 2) say(`\n${done.join('\n')}`);
  summarise(code);
  return code;
}

/** Whether a step drives the built workstation. */
function needsWindow(name) {
  return name === 'e2e' || name === 'calls';
}

function npm(context, script) {
  return child(context, `npm run ${script}`, 'npm', ['run', '--silent', script]);
}

function vitest(context) {
  return child(context, 'vitest', pinnedNode, [
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
    ...context.extra,
  ]);
}

async function build() {
  await ensureBuild();
  return 0;
}

async function endToEnd(context) {
  if (!existsSync(inProject('tests', 'e2e', 'specs'))) {
    say('There are no specs yet.');
    return 0;
  }
  return await playwright(context, [], e2eReport);
}

/** The window with a telephone exchange behind it: skipped in words where there is none. */
async function calls(context) {
  const lacking = await ensureExchange();
  if (lacking.length > 0) {
    say(
      `Skipped: a telephone exchange for tests is not installed. Debian has it: apt-get install ${lacking.join(' ')}`,
    );
    return 0;
  }
  const config = ['--config', inProject('playwright.calls.config.ts')];
  return await playwright(context, config, callsReport, await ownNetwork());
}

/** @param around a program and its arguments within which the tests are started */
async function playwright(context, options, report, around = []) {
  const env = {
    ...context.env,
    HOLOS_E2E_REPORT: report,
    // Read by the launching fixture: flags that this machine asks for, such as --no-sandbox for root.
    HOLOS_ELECTRON_FLAGS: context.prepared.electronFlags.join(' '),
  };
  if (process.platform === 'linux') {
    env.DISPLAY = await startDisplay(context.family);
    delete env.WAYLAND_DISPLAY;
  }
  const runner = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const [program, ...args] = [...around, pinnedNode, runner, 'test', ...options, ...context.extra];
  return await child({ ...context, env }, 'playwright', program, args);
}

async function child({ family, env }, title, program, args) {
  const { ended } = family.start(title, program, args, {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { code, reason } = await ended;
  if (code !== 0) say(`${title} ended with ${reason}.`);
  return code;
}

/** The last line of a run, alone on it, counts the tests of both runners. */
function summarise(code) {
  const counts = [countVitest(), countPlaywright(e2eReport), countPlaywright(callsReport)].filter(
    (count) => count !== undefined,
  );
  if (counts.length === 0) return;
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const skipped = counts.reduce((sum, count) => sum + count.skipped, 0);
  if (skipped > 0) say(`\n${skipped} skipped`);
  // A runner can fail without a failed test: a file that does not load, an error outside any test.
  say(`\n${passed} passed, ${code === 0 ? failed : Math.max(failed, 1)} failed`);
}

function countVitest() {
  if (!existsSync(vitestReport)) return undefined;
  const report = JSON.parse(readFileSync(vitestReport, 'utf8'));
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}

function countPlaywright(file) {
  if (!existsSync(file)) return undefined;
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
