// Rules for files: length, names that say nothing, paths of somebody's machine, frozen migrations.
import { createHash } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type PlantedTree, plantTree } from './plantedTree.ts';

const step = 'CREATE TABLE call (id TEXT NOT NULL) STRICT;\n';
const hash = createHash('sha256').update(step).digest('hex');
const strange = ['', 'home', 'somebody', 'holos'].join('/');
const beside = ['..', 'shared'].join('/');

let tree: PlantedTree | undefined;

afterEach(() => tree?.remove());

async function check(files: Readonly<Record<string, string>>): Promise<string> {
  tree = plantTree(files);
  const { code, output } = await tree.fileRules();
  expect(code).toBe(output.includes('keep the rules') ? 0 : 1);
  return output;
}

it('lets an ordinary tree pass', async () => {
  const output = await check({
    'src-server/call.ts': 'export const call = 1;\n',
    'migrations/server/0010-create.sql': step,
    'migrations/frozen.json': JSON.stringify({ 'server/0010-create.sql': hash }),
  });
  expect(output).toContain('keep the rules');
});

it('names each fault with its file', async () => {
  const output = await check({
    'src-server/long.ts': '// line\n'.repeat(301),
    'src-server/utils/thing.ts': 'export const thing = 1;\n',
    'src-server/callManager.ts': 'export const fine = 1;\n',
    'src-server/helpers.ts': 'export const thing = 1;\n',
    'src-server/hidden.ts': "export type Hidden = import('./call.ts').Call;\n",
    'src-server/machine.ts': `export const place = '${strange}';\n`,
    'docs/notes.md': `See ${beside}/plan.md.\n`,
    'migrations/server/0010-create.sql': `${step}-- edited\n`,
    'migrations/server/0020-more.sql': step,
    'migrations/frozen.json': JSON.stringify({
      'server/0010-create.sql': hash,
      'server/0005-gone.sql': hash,
    }),
  });
  for (const fault of [
    'src-server/long.ts: 301 lines',
    'src-server/utils/thing.ts: its name says nothing',
    'src-server/helpers.ts: its name says nothing',
    'src-server/hidden.ts:1: import the type at the top',
    'src-server/machine.ts:1: a path',
    'docs/notes.md:1: a path',
    'migrations/server/0010-create.sql: landed and must not change',
    'migrations/server/0020-more.sql: is not in frozen.json',
    'migrations/server/0005-gone.sql: landed, but is gone',
  ]) {
    expect(output).toContain(fault);
  }
  expect(output).toContain('9 faults.');
});
