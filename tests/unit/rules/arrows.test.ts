// Every arrow of ARCHITECTURE.md, broken on purpose, is refused; a type-only import counts like any other.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlantedTree, plantTree } from './plantedTree.ts';

const targets = {
  'src-server/account.ts':
    'export interface Account {\n  id: string;\n}\nexport const accounts: Account[] = [];\n',
  'src-main/app/shell.ts': 'export interface Shell {\n  open: boolean;\n}\n',
  'src-main/data/work.ts': 'export interface Work {\n  done: boolean;\n}\n',
  'src-renderer/call/store.ts': 'export interface View {\n  open: boolean;\n}\n',
  'src-shared/record.ts': 'export interface Record {\n  id: string;\n}\n',
};

// Rule -> the file that breaks it.
const broken: Record<string, readonly [path: string, content: string]> = {
  'core-is-pure': [
    'src-shared/type.ts',
    "import type { Account } from '../src-server/account.ts';\nexport type Known = Account;\n",
  ],
  'core-is-pure (re-export)': [
    'src-shared/again.ts',
    "export type { Account } from '../src-server/account.ts';\n",
  ],
  'core-is-pure (late)': [
    'src-shared/late.ts',
    "export const late = () => import('../src-server/account.ts');\n",
  ],
  'core-is-pure (package)': [
    'src-shared/pack.ts',
    "import type { Kysely } from 'kysely';\nexport type Sql = Kysely<object>;\n",
  ],
  'core-is-pure (Node)': [
    'src-shared/node.ts',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  ],
  'renderer-knows-core-only': [
    'src-renderer/peek.ts',
    "import type { Work } from '../src-main/data/work.ts';\nexport type Peek = Work;\n",
  ],
  'renderer-without-node': [
    'src-renderer/disk.ts',
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  ],
  'server-knows-core-only': [
    'src-server/peek.ts',
    "import type { Work } from '../src-main/data/work.ts';\nexport type Peek = Work;\n",
  ],
  'main-knows-core-only': [
    'src-main/app/peek.ts',
    "import type { Account } from '../../src-server/account.ts';\nexport type Peek = Account;\n",
  ],
  'data-without-electron': [
    'src-main/data/screen.ts',
    "import type { App } from 'electron';\nexport type Screen = App;\n",
  ],
  'data-without-electron (shell)': [
    'src-main/data/up.ts',
    "import type { Shell } from '../app/shell.ts';\nexport type Up = Shell;\n",
  ],
  'electron-in-the-shell-only': [
    'src-server/screen.ts',
    "import type { App } from 'electron';\nexport type Screen = App;\n",
  ],
  'preload-is-a-door': [
    'src-main/preload/deep.ts',
    "import type { Record } from '../../src-shared/record.ts';\nexport type Deep = Record;\n",
  ],
  'sql-in-store-only': [
    'src-main/data/rows.ts',
    "import type Database from 'better-sqlite3';\nexport type Rows = Database.Database;\n",
  ],
  'sql-in-store-only (server)': [
    'src-server/rows.ts',
    "import type { Pool } from 'pg';\nexport type Rows = Pool;\n",
  ],
  'stores-do-not-import-stores': [
    'src-renderer/appeal/store.ts',
    "import type { View } from '../call/store.ts';\nexport type Other = View;\n",
  ],
  'migrations-import-nothing-of-ours': [
    'migrations/server/0010-create.ts',
    "import { accounts } from '../../src-server/account.ts';\nexport const seen = accounts;\n",
  ],
  'no-unresolvable': [
    'src-server/lost.ts',
    "import { nothing } from './nowhere.ts';\nexport const lost = nothing;\n",
  ],
  'no-cycles': [
    'src-server/circleOne.ts',
    "import type { Two } from './circleTwo.ts';\nexport type One = Two[];\n",
  ],
};

const otherHalf = {
  'src-server/circleTwo.ts':
    "import type { One } from './circleOne.ts';\nexport interface Two {\n  inner: One;\n}\n",
  'src-server/store/open.ts': "import type { Pool } from 'pg';\nexport type Open = Pool;\n",
};

let tree: PlantedTree;
let output: string;

beforeAll(async () => {
  tree = plantTree({ ...targets, ...Object.fromEntries(Object.values(broken)), ...otherHalf });
  output = (await tree.layers()).output;
});

afterAll(() => tree.remove());

it.each(Object.entries(broken))('%s', (title, [path]) => {
  const rule = title.replace(/ \(.*/, '');
  expect(output).toMatch(new RegExp(`error ${rule}: ${path.replaceAll('.', '\\.')}`));
});

it('refuses nothing else', () => {
  expect(output).not.toContain('src-server/store/open.ts');
});
