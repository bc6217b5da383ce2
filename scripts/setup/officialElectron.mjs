// The official Electron binary: the normal path. The pinned package fetches it from its release host on demand.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, inProject, pinnedNode } from './places.mjs';
import { say } from './say.mjs';

const packageFolder = inProject('node_modules', 'electron');
/** A download that has not grown for this long is given up. */
const stallMilliseconds = 20_000;
/** How long a failed download is remembered, so that the next start does not wait for it again. */
const memoryMilliseconds = 6 * 3600 * 1000;

/** The pinned version of Electron, e.g. "45.5.0". */
export function officialVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/** The folder of the official binary when it is complete, else undefined. */
export function installedOfficial() {
  const dist = join(packageFolder, 'dist');
  try {
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = readFileSync(join(packageFolder, 'path.txt'), 'utf8');
    return version === officialVersion() && existsSync(join(dist, executable)) ? dist : undefined;
  } catch {
    return undefined;
  }
}

/** True when a download failed not long ago. */
export function failedLately(now = Date.now()) {
  try {
    const age = now - statSync(failureStamp()).mtimeMs;
    return age >= 0 && age < memoryMilliseconds;
  } catch {
    return false;
  }
}

/**
 * Fetches the official binary by the package's own installer, which honours mirrors and its own cache.
 * @returns {Promise<{dist?: string, reason?: string}>} where it lies, or why it could not be had
 */
export async function fetchOfficial() {
  say(`Fetching Electron ${officialVersion()} from its release host...`);
  // The installer downloads into the temporary folder: watching ours tells progress from a dead connection.
  const temporary = mkdtempSync(join(cacheFolder(), 'electron-download-'));
  try {
    const reason = await install(temporary);
    const dist = installedOfficial();
    if (dist) {
      rmSync(failureStamp(), { force: true });
      return { dist };
    }
    writeFileSync(failureStamp(), `${reason}\n`);
    return { reason };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function install(temporary) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode, [join(packageFolder, 'install.js')], {
      env: { ...process.env, ...proxySettings(process.env), TMPDIR: temporary, TEMP: temporary },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    let size = 0;
    let grewAt = Date.now();
    let stalled = false;
    const watch = setInterval(() => {
      const current = sizeOf(temporary);
      if (current !== size) grewAt = Date.now();
      size = current;
      stalled = Date.now() - grewAt > stallMilliseconds;
      if (stalled) child.kill('SIGKILL');
    }, 1000);
    const finish = (fallbackReason) => {
      clearInterval(watch);
      resolve(
        stalled ? `no progress for ${stallMilliseconds / 1000} s` : (firstLine(errors) ?? fallbackReason),
      );
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', (code) => finish(`the installer ended with code ${code}`));
  });
}

/** Node's own fetch looks at proxy variables only when told to. */
function proxySettings(env) {
  const proxy = env.HTTPS_PROXY ?? env.https_proxy ?? env.npm_config_https_proxy ?? env.npm_config_proxy;
  return proxy && proxy !== 'null' ? { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: proxy } : {};
}

function firstLine(text) {
  return text
    .split('\n')
    .find((line) => /error|failed|code/i.test(line))
    ?.trim();
}

function sizeOf(folder) {
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    try {
      if (entry.isFile()) size += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
    } catch {
      // Renamed between listing and asking: it counts the next second.
    }
  }
  return size;
}

function failureStamp() {
  return join(cacheFolder(), `electron-${officialVersion()}.unreachable`);
}
