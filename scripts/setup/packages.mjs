// npm packages: installed exactly as the lock file says, and only when they are not.
// Runs on any Node from 20 on, with built-ins only: nothing is installed yet when it starts.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject, pinnedNode, projectFolder } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';

const oldestNode = 20;
const stamp = inProject('node_modules', '.holos-lock');

/** Refuses a Node that cannot even start the set-up. */
export function requireNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) < oldestNode) {
    throw new Stop(`Holos needs Node ${oldestNode} or newer to set itself up; this is Node ${version}.`);
  }
}

/** Makes node_modules agree with package-lock.json; does nothing when it does already. */
export async function ensurePackages() {
  const lockText = readFileSync(inProject('package-lock.json'), 'utf8');
  const lockHash = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash) return;
  // A developer who ran `npm install` has the right packages without our stamp: no reason to fetch them again.
  if (!(existsSync(pinnedNode) && agrees(JSON.parse(lockText), readHiddenLock()))) await install();
  writeFileSync(stamp, lockHash);
}

async function install() {
  say('Installing the npm packages named in package-lock.json (about half a minute)...');
  // Scripts are left out here, because npm would compile the database (which has its binaries with it) for want of
  // being told not to, and that asks for Python and a compiler.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  const { allowScripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const wanted = Object.keys(allowScripts).filter(
    (name) => allowScripts[name] && existsSync(inProject('node_modules', name)),
  );
  await npm(['rebuild', '--ignore-scripts=false', '--foreground-scripts=false', ...wanted]);
  if (!existsSync(pinnedNode))
    throw new Stop('npm did not install the pinned Node; the lines above say why.');
}

async function npm(args) {
  const { code } = await run('npm', args, { cwd: projectFolder });
  if (code === 0) return;
  throw new Stop(`npm ${args[0]} ended with code ${code}; the lines above say why. Nothing was started.`);
}

function readHiddenLock() {
  try {
    return JSON.parse(readFileSync(inProject('node_modules', '.package-lock.json'), 'utf8'));
  } catch {
    // Missing or cut off: npm writes it last, so the folder is not complete.
    return undefined;
  }
}

/**
 * True when npm's own record of what it installed covers the lock file.
 * Optional packages are passed over: those of other platforms are rightly absent.
 */
export function agrees(lock, installed) {
  if (!installed) return false;
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '' || wanted.optional || wanted.devOptional || wanted.peer) continue;
    const found = installed.packages[path];
    if (found?.version !== wanted.version || found?.integrity !== wanted.integrity) return false;
  }
  return true;
}
