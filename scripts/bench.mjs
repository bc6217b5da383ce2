// npm run bench -- sync | workstation | search | knowledge | control: the figures of docs/performance.md, measured on this machine. Takes some minutes; never part of npm test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDisplay } from './setup/display.mjs';
import { enter } from './setup/entry.mjs';
import { inProject, pinnedNode, projectFolder } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { run, withFamily } from './setup/run.mjs';
import { Stop, say } from './setup/say.mjs';

/** What can be measured: the program of each, whether it drives the real window, and whether it has a peer. */
const benches = {
  sync: { program: 'sync.ts', hasPeer: true },
  workstation: { program: 'workstation.ts', hasWindow: true },
  search: { program: 'search.ts' },
  knowledge: { program: 'knowledge.ts' },
  control: { program: 'control.ts' },
};

const folder = inProject('tests', 'bench');

await enter(fileURLToPath(import.meta.url), main);

async function main() {
  const [name, ...words] = process.argv.slice(2);
  const bench = benches[name];
  if (bench === undefined) {
    throw new Stop(
      `There is no bench "${name ?? ''}"; there are ${Object.keys(benches).join(', ')}: npm run bench -- sync.`,
    );
  }
  if (bench.hasPeer) await ensurePeer();
  const prepared = bench.hasWindow ? await prepare({ virtualDisplay: true }) : undefined;
  return await withFamily(async (family) => {
    const DISPLAY = prepared && (await startDisplay(family, '1500x1000x24'));
    const env = prepared
      ? { ...prepared.env, DISPLAY, HOLOS_ELECTRON_FLAGS: prepared.electronFlags.join(' ') }
      : process.env;
    const { ended } = family.start('the bench', pinnedNode, [join(folder, bench.program), ...words], {
      cwd: projectFolder,
      env,
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
