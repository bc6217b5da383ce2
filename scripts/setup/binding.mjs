// The database binding for the fallback runtime. The prebuilt one inside the package needs Node-API 10; Electron 33
// has 9, so the same sources are compiled once, straight by g++ (no node-gyp: that wants Python and header downloads).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackVersion } from './fallbackElectron.mjs';
import { cacheFolder, inProject } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say, seconds } from './say.mjs';

const sources = inProject('node_modules', 'better-sqlite3');
const header = inProject('scripts', 'setup', 'nodeApi.h');
const optimisation = ['-O2', '-fPIC', '-w', '-DNDEBUG'];
const cppFlags = [
  '-std=c++20',
  '-fno-exceptions',
  '-fvisibility=hidden',
  '-fvisibility-inlines-hidden',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
];
// The C++ library is linked in, so that the cached file survives an upgrade of the system.
const linkFlags = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-static-libstdc++', '-static-libgcc'];

/** The path of the binding in the cache, whether built already or not. */
export function bindingPath() {
  const { name, version } = JSON.parse(readFileSync(join(sources, 'package.json'), 'utf8'));
  const flags = [...optimisation, ...cppFlags, ...linkFlags].join(' ');
  const key = createHash('sha256').update(`${name} ${fallbackVersion} ${flags}`).update(readFileSync(header));
  return join(cacheFolder(), `sqlite-${version}-${key.digest('hex').slice(0, 12)}`, 'better_sqlite3.node');
}

/** True when the binding still has to be compiled, for which g++ is needed. */
export function needsCompiler() {
  return !existsSync(bindingPath());
}

/**
 * Compiles the binding unless the cache has it, and proves that it loads in the runtime it is for.
 * @param {string} electronDist the fallback runtime
 */
export async function ensureBinding(electronDist) {
  const path = bindingPath();
  if (existsSync(path)) return path;
  say('Compiling the encrypted database for this Electron (once, about a minute)...');
  const started = Date.now();
  const temporary = mkdtempSync(join(cacheFolder(), 'binding-'));
  try {
    const built = await compile(temporary);
    await prove(electronDist, built, temporary);
    mkdirSync(join(path, '..'), { recursive: true });
    renameSync(built, path);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  say(`  compiled in ${seconds(Date.now() - started)}`);
  return path;
}

async function compile(temporary) {
  const object = (name) => join(temporary, `${name}.o`);
  const includes = [
    `-I${inProject('node_modules', 'node-api-headers', 'include')}`,
    `-I${inProject('node_modules', 'node-addon-api')}`,
    `-I${join(sources, 'deps', 'sqlite3')}`,
  ];
  const engine = join(sources, 'deps', 'sqlite3', 'sqlite3.c');
  const addon = join(sources, 'src', 'better_sqlite3.cpp');
  await Promise.all([
    gnu('gcc', ['-c', ...optimisation, '-std=c99', ...engineOptions(), engine, '-o', object('engine')]),
    gnu('g++', [
      '-c',
      ...optimisation,
      ...cppFlags,
      '-include',
      header,
      ...includes,
      addon,
      '-o',
      object('addon'),
    ]),
  ]);
  const built = join(temporary, 'better_sqlite3.node');
  await gnu('g++', ['-shared', '-o', built, object('addon'), object('engine'), ...linkFlags]);
  return built;
}

/** The engine's options as the package's own build file lists them, so that both builds behave the same. */
function engineOptions() {
  const listed = readFileSync(join(sources, 'deps', 'defines.gypi'), 'utf8').matchAll(
    /^\s+'([A-Z0-9_]+(?:=[^']*)?)',$/gm,
  );
  const options = [...listed].map(([, option]) => `-D${option}`);
  if (!options.includes('-DSQLITE_ENABLE_FTS5'))
    throw new Stop('The list of database options could not be read.');
  return options;
}

async function gnu(compiler, args) {
  const { code, output } = await run(compiler, args, { capture: true });
  if (code === 0) return;
  if (output.includes('No space left'))
    throw new Stop(`The disk is full: ${cacheFolder()} needs about 50 MB more.`);
  throw new Stop(
    `Compiling the database for this Electron failed (${compiler}): ${output.trim().slice(-600)}`,
  );
}

async function prove(electronDist, built, temporary) {
  const script = `
    const Database = require(${JSON.stringify(sources)});
    const file = ${JSON.stringify(join(temporary, 'proof.db'))};
    const open = () => {
      const database = new Database(file, { nativeBinding: ${JSON.stringify(built)} });
      database.pragma("key = \\"x'" + '07'.repeat(32) + "'\\"");
      return database;
    };
    const first = open();
    first.exec("create virtual table proof using fts5(word); insert into proof values ('вода')");
    first.close();
    if (require('fs').readFileSync(file).subarray(0, 6).toString() === 'SQLite') throw new Error('not encrypted');
    if (open().prepare("select count(*) n from proof where proof match 'во*'").get().n !== 1) throw new Error('lost');
  `;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { code, output } = await run(join(electronDist, 'electron'), ['-e', script], { env, capture: true });
  if (code !== 0)
    throw new Stop(`The database built for this Electron does not work: ${output.trim().slice(0, 600)}`);
}
