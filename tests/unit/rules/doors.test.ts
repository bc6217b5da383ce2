// Raw doors of Electron stay where they belong, and no promise is left to itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlantedTree, plantTree } from './plantedTree.ts';

const importOf = (name: string): string =>
  `import { ${name} } from 'electron';\nexport const door = ${name};\n`;

const imports = 'lint/style/noRestrictedImports';

// Where it is planted, the rule that has to refuse it, and what is planted.
const refused = {
  'src-main/app/receive.ts': [imports, importOf('ipcMain')],
  'src-main/app/send.ts': [imports, importOf('ipcRenderer')],
  'src-main/app/open.ts': [imports, importOf('shell')],
  'src-main/ipc/serve.ts': [imports, importOf('shell')],
  'src-main/preload/preload.ts': [imports, importOf('ipcMain')],
  'src-main/security/external.ts': [imports, importOf('ipcRenderer')],
  'src-main/app/tell.ts': [
    'plugin',
    "import type { WebContents } from 'electron';\nexport function tell(page: WebContents): void {\n  page.send('changed', 1);\n}\n",
  ],
  'src-main/app/tellWindow.ts': [
    'plugin',
    "import type { BrowserWindow } from 'electron';\nexport function tell(window: BrowserWindow): void {\n  window.webContents.send('changed');\n}\n",
  ],
  'src-main/app/float.ts': [
    'lint/nursery/noFloatingPromises',
    'async function work(): Promise<number> {\n  return 1;\n}\nexport function start(): void {\n  work();\n}\n',
  ],
  'src-main/app/swallow.ts': [
    'lint/suspicious/noEmptyBlockStatements',
    'export function start(work: () => void): void {\n  try {\n    work();\n  } catch {}\n}\n',
  ],
} as const;

const allowed = {
  'src-main/ipc/broadcast.ts':
    "import type { WebContents } from 'electron';\nexport function tell(page: WebContents): void {\n  page.send('changed', 1);\n}\n",
  'src-main/app/window.ts': importOf('BrowserWindow'),
};

let tree: PlantedTree;
let output: string;

beforeAll(async () => {
  const planted = Object.entries(refused).map(([path, [, content]]) => [path, content] as const);
  tree = plantTree({ ...Object.fromEntries(planted), ...allowed });
  output = (await tree.biome()).output;
});

afterAll(() => tree.remove());

describe('refused', () => {
  it.each(Object.entries(refused))('%s', (path, [rule]) => {
    expect(errorsOf(path).join('\n')).toContain(`title=${rule},`);
  });
});

describe('allowed', () => {
  it.each(Object.keys(allowed))('%s', (path) => {
    expect(errorsOf(path)).toEqual([]);
  });
});

function errorsOf(path: string): string[] {
  return output.split('\n').filter((line) => line.startsWith('::error') && line.includes(path));
}
