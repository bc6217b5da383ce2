// npm run bench -- sync: the figures of docs/performance.md, measured on this machine. Takes some minutes; never part of npm test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enter } from './setup/entry.mjs';
import { inProject, pinnedNode, projectFolder } from './setup/places.mjs';
import { run, withFamily } from './setup/run.mjs';
import { Stop, say } from './setup/say.mjs';

/** What can be measured: the program of each. */
const benches = { sync: 'sync.ts' };

const folder = inProject('tests', 'bench');

await enter(fileURLToPath(import.meta.url), main);

async function main() {
  const [name, ...words] = process.argv.slice(2);
  const program = benches[name];
  if (program === undefined) {
    throw new Stop(
      `There is no bench "${name ?? ''}"; there are ${Object.keys(benches).join(', ')}: npm run bench -- sync.`,
    );
  }
  await ensurePeer();
  return await withFamily(async (family) => {
    const { ended } = family.start('the bench', pinnedNode, [join(folder, program), ...words], {
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const { code } = await ended;
    return code;
  });
}

/** The peer's packages, exactly as the bench's own lock file says; only when they are not there. */
async function ensurePeer() {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && agree(JSON.parse(lock), JSON.parse(readFileSync(installed, 'utf8')))) return;
  say('Installing PouchDB, the peer (once, about a quarter of a minute)...');
  // Its database brings its binaries with it: no script has to run.
  const { code } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  if (code !== 0) throw new Stop('The peer could not be installed; the lines above say why.');
}

function agree(lock, installed) {
  return Object.entries(lock.packages).every(
    ([path, { version }]) => path === '' || installed.packages[path]?.version === version,
  );
}
