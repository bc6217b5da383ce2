import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const project = join(import.meta.dirname, '..', '..');

const Pairing = z.looseObject({ code: z.string() });
const Workstations = z.array(z.looseObject({ name: z.string() }));

/**
 * Gives the server's administrator command, as a person would on the server's machine.
 * @param dataDir the server's HOLOS_DATA
 * @throws with the command's own sentence when it fails
 */
async function administer(dataDir: string, ...words: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [join(project, 'src-server', 'admin.ts'), ...words], {
      cwd: project,
      env: { ...process.env, HOLOS_DATA: dataDir },
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const sentence = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(sentence === '' ? `The administrator's command failed: ${words.join(' ')}.` : sentence, {
      cause: error,
    });
  }
}

/** A fresh pairing code. */
export async function pairingCode(dataDir: string): Promise<string> {
  return Pairing.parse(JSON.parse(await administer(dataDir, 'pair', '--json'))).code;
}

/** Names of every workstation the server knows. */
export async function workstationNames(dataDir: string): Promise<string[]> {
  const lines = Workstations.parse(JSON.parse(await administer(dataDir, 'workstation', 'list', '--json')));
  return lines.map((line) => line.name);
}

/** Figures of a month, counted by the server in its database; unparsed. */
export async function reportedFigures(dataDir: string, month: string): Promise<unknown> {
  return JSON.parse(await administer(dataDir, 'report', '--month', month, '--json'));
}
