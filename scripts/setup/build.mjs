// Building the workstation: only what is older than its sources, told apart by their content, not by dates.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, pinnedNode, projectFolder } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say, seconds } from './say.mjs';

const always = [
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'src-shared',
];
// Part -> what it is made of, and a file that must be there afterwards.
const parts = {
  shell: { sources: [...always, 'src-main'], result: 'out/main/main.js' },
  renderer: { sources: [...always, 'src-renderer'], result: 'out/renderer/index.html' },
};

/** Builds the stale parts into out/. */
export async function ensureBuild() {
  const hashes = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, hashOf(part.sources)]),
  );
  const stale = Object.keys(parts).filter((name) => !isFresh(name, hashes[name]));
  if (stale.length === 0) return;
  say(`Building the workstation (${stale.join(' and ')})...`);
  const started = Date.now();
  const { code, output } = await run(
    pinnedNode,
    [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      cwd: projectFolder,
      // Read by electron.vite.config.ts.
      env: { ...process.env, HOLOS_BUILD: stale.join(','), NODE_ENV: 'production' },
      capture: true,
    },
  );
  if (code !== 0) throw new Stop(`The workstation could not be built:\n${output.trim()}`);
  mkdirSync(inProject('out'), { recursive: true });
  for (const name of stale) writeFileSync(stampOf(name), hashes[name]);
  say(`  built in ${seconds(Date.now() - started)}`);
}

function isFresh(name, hash) {
  if (!existsSync(inProject(parts[name].result))) return false;
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === hash;
}

function stampOf(name) {
  return inProject('out', `.${name}-stamp`);
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(inProject(source))) {
      hash
        .update(`${relative(projectFolder, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { recursive: true, withFileTypes: true });
  } catch (failure) {
    if (failure.code === 'ENOTDIR') return [path];
    throw failure;
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
