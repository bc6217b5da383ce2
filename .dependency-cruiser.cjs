// The arrows of ARCHITECTURE.md. Type-only imports count: a type is knowledge too.
const nobody = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const packages = '(^|/)node_modules/';
const electron = `^electron$|${packages}electron/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    nobody(
      'no-cycles',
      // The one known circle, until it is broken: the server's context names its wake list and is named by it.
      { pathNot: '^src-server/(context|sync/wake)\\.ts$' },
      { circular: true },
      'A circle has no inside.',
    ),
    nobody(
      'no-unresolvable',
      {},
      { couldNotResolve: true, pathNot: '^(electron|vite/client)$' },
      'It does not exist.',
    ),
    nobody(
      'core-is-pure',
      { path: '^src-shared/' },
      { pathNot: ['^src-shared/', `${packages}(zod|temporal-polyfill|libphonenumber-js|uuid)/`] },
      'The core imports nothing but itself and pure packages.',
    ),
    nobody(
      'renderer-knows-core-only',
      { path: '^src-renderer/' },
      { path: '^src-(main|server)/|^scripts/|^tests/' },
      'The window talks through the contract.',
    ),
    nobody(
      'renderer-without-node',
      { path: '^src-renderer/' },
      { dependencyTypes: ['core'] },
      'The window has no Node: it asks through the contract.',
    ),
    nobody(
      'server-knows-core-only',
      { path: '^src-server/' },
      { path: '^src-(main|renderer)/|^scripts/|^tests/' },
      'The server stands alone.',
    ),
    nobody(
      'main-knows-core-only',
      { path: '^src-main/' },
      { path: '^src-(server|renderer)/|^scripts/|^tests/' },
      'The workstation meets the server only on the wire.',
    ),
    nobody(
      'data-without-electron',
      { path: '^src-main/data/' },
      { path: `${electron}|^src-main/(app|security|ipc|preload)/` },
      'The data process runs under plain Node.',
    ),
    nobody(
      'electron-in-the-shell-only',
      { pathNot: '^src-main/(main\\.ts$|(app|security|ipc|preload)/)|^tests/|^scripts/' },
      { path: electron },
      'Only the shell of the workstation touches Electron.',
    ),
    nobody(
      'preload-is-a-door',
      { path: '^src-main/preload/' },
      { pathNot: ['^src-main/preload/', '^src-shared/ipc/', electron] },
      'The preload has no logic and needs none.',
    ),
    nobody(
      'sql-in-store-only',
      { pathNot: '^src-main/data/store/|^src-server/store/|^tests/|^migrations/' },
      { path: `${packages}(better-sqlite3|pg)/` },
      'SQL lives in store folders.',
    ),
    nobody(
      'stores-do-not-import-stores',
      { path: '^src-renderer/([^/]+)/store\\.ts$' },
      { path: '^src-renderer/[^/]+/store\\.ts$', pathNot: '^src-renderer/$1/' },
      'Each feature keeps its own view state.',
    ),
    nobody(
      'migrations-import-nothing-of-ours',
      { path: '^migrations/' },
      { path: '^src-' },
      'An old step must not change when new code does.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    // swc keeps type-only imports; TypeScript 7 offers other tools no parser. tests/unit/rules proves it.
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
    },
  },
};
