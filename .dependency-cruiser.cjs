// The arrows of ARCHITECTURE.md. Type-only imports count: a type is knowledge too.
const nobody = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const packages = '(^|/)node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { ...nobody('no-cycles', {}, { circular: true }, 'A circle has no inside.'), severity: 'warn' },
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
      { path: `^electron$|${packages}electron/|^src-main/(app|security|ipc|preload)/` },
      'The data process runs under plain Node.',
    ),
    nobody(
      'preload-is-a-door',
      { path: '^src-main/preload/' },
      { path: '^src-main/(app|security|data)/' },
      'The preload has no logic.',
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
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: undefined,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
    },
  },
};
