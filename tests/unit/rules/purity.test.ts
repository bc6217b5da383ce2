// The core decides and never does: each impurity, planted, is refused by the compiler or by the linter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlantedTree, plantTree } from './plantedTree.ts';

const globals = 'lint/style/noRestrictedGlobals';
const plugin = 'plugin';

// What is planted, and the rule that has to refuse it.
const refusedByLinter = {
  date: [globals, 'export const now = new Date();'],
  dateNow: [globals, 'export const now = Date.now();'],
  random: [plugin, 'export const chance = Math.random();'],
  randomTaken: [plugin, 'const { random } = Math;\nexport const chance = random();'],
  temporalNow: [
    plugin,
    "import { Temporal } from 'temporal-polyfill';\nexport const now = Temporal.Now.plainDateISO().toString();",
  ],
  temporalRenamed: [
    plugin,
    "import { Temporal as Time } from 'temporal-polyfill';\nconst clock = Time.Now;\nexport const now = clock.instant().toString();",
  ],
  global: [globals, 'export const everything = globalThis;'],
  weak: [globals, 'export const reference = new WeakRef({});'],
  any: ['lint/suspicious/noExplicitAny', 'export const loose = (value: any): number => value;'],
  defaultExport: ['lint/style/noDefaultExport', 'export default 1;'],
} as const;

const refusedByCompiler = {
  process: 'export const home = process.env;',
  window: 'export const page = window;',
  document: 'export const page = document;',
  crypto: 'export const id = crypto.randomUUID();',
  performance: 'export const now = performance.now();',
  timer: 'setTimeout(() => undefined, 1);',
  console: "console.log('spoken');",
  fetch: "export const answer = fetch('https://example.org');",
  require: "export const fs = require('node:fs');",
  node: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
  buffer: 'export const bytes = Buffer.alloc(1);',
  enumeration: 'export enum Colour {\n  Red,\n}',
};

let tree: PlantedTree;
let linted: string;
let compiled: string;

beforeAll(async () => {
  const linterFiles = Object.entries(refusedByLinter).map(([name, [, content]]) => [name, content] as const);
  const planted = [...linterFiles, ...Object.entries(refusedByCompiler)];
  const files = planted.map(([name, content]) => [`src-shared/${name}.ts`, `${content}\n`]);
  const pure = "import { z } from 'zod';\nexport const shape = z.object({ floor: z.number() });\n";
  tree = plantTree({ ...Object.fromEntries(files), 'src-shared/pure.ts': pure });
  const [lint, types] = await Promise.all([tree.biome(), tree.types('src-shared')]);
  linted = lint.output;
  compiled = types.output;
});

afterAll(() => tree.remove());

describe('the linter refuses in the core', () => {
  it.each(Object.entries(refusedByLinter))('%s', (name, [rule]) => {
    expect(errorsOf(linted, name).join('\n')).toContain(`title=${rule},`);
  });
});

describe('the compiler refuses in the core', () => {
  it.each(Object.keys(refusedByCompiler))('%s', (name) => {
    expect(compiled).toContain(`src-shared/${name}.ts(`);
  });
});

it('lets a pure file pass both', () => {
  expect(errorsOf(linted, 'pure')).toEqual([]);
  expect(compiled).not.toContain('src-shared/pure.ts(');
});

function errorsOf(output: string, name: string): string[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('::error') && line.includes(`src-shared/${name}.ts`));
}
