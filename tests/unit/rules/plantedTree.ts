// A small copy of the project's rules in a temporary folder, into which a test plants what must be refused.
import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../../..');
const settings = [
  'biome.json',
  '.dependency-cruiser.cjs',
  'tsconfig.base.json',
  'package.json',
  '.gitignore',
];

/** What a checker said and how it ended. */
export interface Checked {
  readonly code: number;
  readonly output: string;
}

/** A temporary tree under the project's own rules. The test that makes it removes it. */
export interface PlantedTree {
  readonly root: string;
  readonly biome: () => Promise<Checked>;
  readonly layers: () => Promise<Checked>;
  readonly types: (tree: string) => Promise<Checked>;
  readonly fileRules: () => Promise<Checked>;
  readonly remove: () => void;
}

/** Writes the given files (path to content) under the project's rules. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = mkdtempSync(join(tmpdir(), 'holos-rules-'));
  for (const name of settings) copyFileSync(join(project, name), join(root, name));
  cpSync(join(project, 'scripts', 'lint'), join(root, 'scripts', 'lint'), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const tree of ['src-shared', 'src-main/data']) {
    mkdirSync(join(root, tree), { recursive: true });
    copyFileSync(join(project, tree, 'tsconfig.json'), join(root, tree, 'tsconfig.json'));
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const program = (name: string): string => join(project, 'node_modules', '.bin', name);
  return {
    root,
    biome: () => check(root, program('biome'), ['lint', '--reporter=github', '--max-diagnostics=none', '.']),
    layers: () =>
      check(root, program('depcruise'), ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', '.']),
    types: (tree) => check(root, program('tsc'), ['-p', tree, '--noEmit', '--pretty', 'false']),
    fileRules: async () => {
      await check(root, 'git', ['init', '--quiet']);
      return check(root, process.execPath, [join(project, 'scripts', 'rules', 'checkFiles.mjs'), root]);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function check(cwd: string, program: string, args: readonly string[]): Promise<Checked> {
  return new Promise((done, fail) => {
    const path = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`;
    const child = spawn(program, args, { cwd, env: { ...process.env, PATH: path, NO_COLOR: '1' } });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
