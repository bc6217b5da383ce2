import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** Password of every demo account. */
export const DEMO_PASSWORD = 'holos-demo-2026';

/** The Electron to drive: scripts/setup names its folder; undefined lets the electron package decide. */
export function electronExecutable(): string | undefined {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  if (process.platform === 'darwin') return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/** Flags the machine asks for: Chromium refuses its sandbox to root, and to nobody else here. */
export function electronFlags(): string[] {
  const given = process.env.HOLOS_ELECTRON_FLAGS;
  if (given !== undefined) return given.split(' ').filter((flag) => flag !== '');
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
