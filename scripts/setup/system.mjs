// System libraries Electron needs on Linux: installed when we may, else named in the one command to run.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { findProgram, isRoot } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';

// Soname looked for -> Debian package that brings it (newer releases add "t64" to some names).
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libdrm.so.2': 'libdrm2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libcups.so.2': 'libcups2',
};

/**
 * Makes sure the libraries, a Cyrillic font and the asked programs are there. Does nothing outside Linux.
 * @param {{virtualDisplay: boolean, compiler: boolean}} needs
 */
export async function ensureSystem({ virtualDisplay, compiler }) {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages({ virtualDisplay, compiler });
  if (missing.length === 0) return;
  if (!isDebian()) {
    throw new Stop(
      `This system lacks what Debian calls ${missing.join(' ')}; install the same with its package manager and start again.`,
    );
  }
  if (!isRoot()) {
    throw new Stop(
      `System packages are missing. Run this once and start again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`,
    );
  }
  await install(missing);
}

async function missingPackages({ virtualDisplay, compiler }) {
  const known = await knownLibraries();
  const missing = Object.entries(libraries)
    .filter(([soname]) => !known.includes(soname))
    .map(([, name]) => name);
  if (virtualDisplay && !findProgram('Xvfb')) missing.push('xvfb');
  if (!(await hasCyrillicFont())) missing.push('fonts-dejavu-core');
  if (compiler && !(findProgram('g++') && findProgram('gcc'))) missing.push('g++');
  return missing;
}

async function knownLibraries() {
  // An ordinary user's PATH on Debian leaves out /sbin, where ldconfig lies.
  const env = { ...process.env, PATH: `${process.env.PATH}${delimiter}/sbin${delimiter}/usr/sbin` };
  const { code, output } = await run('ldconfig', ['-p'], { env, capture: true });
  if (code !== 0)
    throw new Stop(`The list of system libraries could not be read (ldconfig -p): ${output.trim()}.`);
  return output;
}

async function hasCyrillicFont() {
  if (existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf')) return true;
  const { code, output } = await run('fc-list', [':lang=uk', 'family'], { capture: true });
  return code === 0 && output.trim() !== '';
}

async function install(missing) {
  say(`Installing system packages: ${missing.join(' ')}...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A stale list still often serves, so a failed update alone is no reason to stop.
  await run('apt-get', ['update', '-qq'], { env, capture: true });
  const names = await Promise.all(missing.map(currentName));
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const { code, output } = await run('apt-get', args, { env, capture: true });
  if (code !== 0) {
    throw new Stop(
      `apt-get could not install ${names.join(' ')}: ${output.trim().split('\n').slice(-3).join(' ')}`,
    );
  }
}

async function currentName(name) {
  const renamed = `${name}t64`;
  const { code, output } = await run('apt-cache', ['show', '--no-all-versions', renamed], { capture: true });
  return code === 0 && output.includes(`Package: ${renamed}`) ? renamed : name;
}

function isDebian() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && findProgram('apt-get') !== undefined;
  } catch {
    return false;
  }
}
