// Where things lie: the project, the user's cache folder, the programs of the project.
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder, whatever the current folder is. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. */
export function inProject(...parts) {
  return join(projectFolder, ...parts);
}

/** The pinned Node 24 out of node_modules; it exists once `npm ci` has run. */
export const pinnedNode = inProject(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** True when Electron needs an X server or Wayland and there is none. */
export function hasNoDisplay(env = process.env) {
  return process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** True for the super-user, under whom Chromium refuses its sandbox. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * The folder of things that are costly to fetch or build and may be deleted at any time.
 * Kept outside the project so that a fresh clone finds them again.
 */
export function cacheFolder(env = process.env) {
  const folder = join(cacheHome(env), 'holos');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function cacheHome(env) {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return join(homedir(), '.cache');
}

/** The full path of a program on PATH, or undefined. */
export function findProgram(name, env = process.env) {
  for (const folder of (env.PATH ?? '').split(':')) {
    const path = join(folder, name);
    if (folder && existsSync(path)) return path;
  }
  return undefined;
}
