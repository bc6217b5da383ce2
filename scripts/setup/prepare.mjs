// The set-up both `npm start` and `npm test` begin with. Each step does nothing when its result is there.
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { ensureBinding } from './binding.mjs';
import { ensureBuild } from './build.mjs';
import { bindingNeeds, ensureElectron, executableOf } from './electron.mjs';
import { findProgram, hasNoDisplay, inProject, isRoot } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';
import { ensureSystem } from './system.mjs';

/**
 * @typedef {object} Prepared
 * @property {string} electronDist folder of the chosen Electron
 * @property {string} executable its executable
 * @property {string | undefined} nativeBinding the database binding, when the runtime needs its own
 * @property {NodeJS.ProcessEnv} env for everything started from here on: pinned Node first on PATH, runtime named
 * @property {string[]} electronFlags flags this machine asks for
 */

/**
 * Packages must be there already (packages.mjs).
 * @param {{virtualDisplay?: boolean, build?: boolean}} [options] `virtualDisplay`: Xvfb is needed whatever DISPLAY says
 * @returns {Promise<Prepared>}
 */
export async function prepare({ virtualDisplay = hasNoDisplay(), build = true } = {}) {
  const runtime = await ensureElectron();
  const binding = bindingNeeds(runtime);
  await ensureSystem({ virtualDisplay, compiler: binding.compiler });
  const nativeBinding = binding.path && (await ensureBinding(runtime.electronDist));
  if (build) await ensureBuild();
  const executable = executableOf(runtime);
  if (!existsSync(executable)) throw new Stop(`There is no Electron in ${runtime.electronDist}.`);
  return {
    electronDist: runtime.electronDist,
    executable,
    nativeBinding,
    env: environment(runtime, nativeBinding),
    electronFlags: await sandboxFlags(),
  };
}

function environment(runtime, nativeBinding) {
  const env = {
    ...process.env,
    PATH: `${inProject('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.electronDist,
    ...(nativeBinding ? { HOLOS_SQLITE_BINDING: nativeBinding } : {}),
  };
  // Left set by some editors' terminals; it would turn Electron into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

/** Chromium's sandbox is given up only where the system leaves no choice, and said aloud. */
async function sandboxFlags() {
  if (process.platform !== 'linux') return [];
  if (isRoot()) return ['--no-sandbox'];
  if (!findProgram('unshare')) return [];
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'], { capture: true });
  if (code === 0) return [];
  say(
    'This system forbids unprivileged user namespaces: Electron runs without its sandbox (development only).',
  );
  return ['--no-sandbox'];
}
