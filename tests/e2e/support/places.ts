import { fileURLToPath } from 'node:url';

/** The project folder. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** Password of every demo account. */
export const DEMO_PASSWORD = 'holos-demo-2026';

/** Flags the machine asks for: Chromium refuses its sandbox to root, and to nobody else here. */
export function electronFlags(env: NodeJS.ProcessEnv = process.env): string[] {
  const given = env.HOLOS_ELECTRON_FLAGS;
  if (given !== undefined) return given.split(' ').filter((flag) => flag !== '');
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
