import { join } from 'node:path';
import { build } from 'vite';

const PROJECT = join(import.meta.dirname, '../..');

/** Left to Node: native code, and packages that look for files of their own beside themselves. */
const EXTERNAL = ['better-sqlite3', 'pg', 'pino', 'ws', 'fastify'];

/**
 * Packs an entry of the project and what it imports into one file, so that a process of it starts in a fraction of the time that
 * its hundreds of modules would take.
 * @param entry path from the project's root
 * @param folder two levels below the root or deeper, because the code looks for `../../migrations` from where it lies
 * @returns path of the file
 */
export async function bundle(entry: string, folder: string, name: string): Promise<string> {
  await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: join(PROJECT, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  return join(folder, `${name}.mjs`);
}
