// Freezes a release for the tests that let it meet later ones: its server and workstation core in one file, and its schema steps.
// node scripts/releaseFixture.mjs <version> <commit>, once a release; what it writes is committed and never changed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { inProject } from './setup/places.mjs';

const [version, commit] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version ?? '') || commit === undefined) {
  throw new Error('Say which release and which commit: node scripts/releaseFixture.mjs 0.1.0 b6a247a');
}

/** What the tests need of a release, as one entry over its own sources. */
const entry = `
export { runAction } from './src-server/admin/actions.ts';
export { startServer } from './src-server/server.ts';
export { openWorkstation } from './src-main/data/workstation.ts';
`;

const target = inProject('tests', 'fixtures', 'releases', version);
const folder = mkdtempSync(join(tmpdir(), 'holos-release-'));
try {
  execFileSync('sh', ['-c', `git archive ${commit} | tar -x -C '${folder}'`], { cwd: inProject() });
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'release.ts'), entry);
  rmSync(target, { recursive: true, force: true });
  // Two levels down, because the server looks for its steps in ../../migrations.
  const packed = join(target, 'dist', 'release');
  mkdirSync(packed, { recursive: true });
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { external: true },
    build: {
      ssr: join(folder, 'release.ts'),
      outDir: packed,
      target: 'node20',
      minify: true,
      rolldownOptions: { output: { format: 'esm', entryFileNames: 'release.mjs', codeSplitting: false } },
    },
  });
  cpSync(join(folder, 'migrations'), join(target, 'migrations'), { recursive: true });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
