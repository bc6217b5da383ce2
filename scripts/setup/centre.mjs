// The central server as a child of `npm start`: started, waited for, asked for a pairing code.
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inProject, pinnedNode, projectFolder } from './places.mjs';
import { run } from './run.mjs';
import { Stop } from './say.mjs';

export const centreHost = '127.0.0.1';
const patienceMilliseconds = 30_000;
const keptErrorBytes = 2000;

/** Refuses a port somebody else listens on, before anything long is begun. */
export function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portProblem(error, port)));
    probe.listen(port, centreHost, () => probe.close(() => resolve()));
  });
}

function portProblem(error, port) {
  if (error.code === 'EADDRINUSE') {
    return new Stop(
      `Port ${port} is taken by another program (perhaps a Holos already running): end it, or choose another port: HOLOS_PORT=${port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES')
    return new Stop(`Port ${port} may not be used by this user; choose one above 1023 with HOLOS_PORT.`);
  return error;
}

/** The environment the server and its admin commands share: the demo region and accounts on this machine alone. */
export function centreEnvironment(env, { data, port }) {
  return { ...env, HOLOS_DATA: data, HOLOS_PORT: String(port), HOLOS_HOST: centreHost, HOLOS_DEMO: '1' };
}

/** The address a server of this environment will have. */
export function centreAddress(env) {
  return `http://${env.HOLOS_HOST}:${env.HOLOS_PORT}`;
}

/**
 * Starts the server and waits until it says that it is ready.
 * @param {import('./run.mjs').Family} family the owner that ends it
 * @param {NodeJS.ProcessEnv} env from `centreEnvironment`
 * @returns {Promise<{url: string, ended: Promise<{code: number, reason: string}>, lastWords: () => string}>}
 */
export async function startCentre(family, env) {
  mkdirSync(env.HOLOS_DATA, { recursive: true });
  const log = createWriteStream(join(env.HOLOS_DATA, 'server.log'), { flags: 'a' });
  const { child, ended } = family.start(
    'the central server',
    pinnedNode,
    [inProject('src-server', 'main.ts')],
    {
      cwd: projectFolder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-keptErrorBytes);
    log.write(chunk);
  });
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise((resolve) => {
    lines.on('line', (line) => {
      log.write(`${line}\n`);
      const url = readyUrl(line);
      if (url) resolve(url);
    });
  });
  ended.then(() => log.end());
  const lastWords = () => errors.trim().split('\n').slice(-6).join('\n');
  const url = await firstOf(ready, ended, patienceMilliseconds);
  if (!url) throw new Stop(`The central server did not start (log: ${log.path}).\n${lastWords()}`);
  return { url, ended, lastWords };
}

function readyUrl(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const message = JSON.parse(line);
    return message.ready === true ? message.url : undefined;
  } catch {
    // A log line that only looks like JSON.
    return undefined;
  }
}

async function firstOf(ready, ended, patience) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  const url = await Promise.race([ready, ended.then(() => undefined), late]);
  clearTimeout(timer);
  return url;
}

/**
 * Asks the server's admin command for a code by which a new workstation enrols.
 * @returns {Promise<{code: string, expires: string}>}
 */
export async function newPairingCode(env) {
  const { code, output } = await run(pinnedNode, [inProject('src-server', 'admin.ts'), 'pair'], {
    cwd: projectFolder,
    env,
    capture: true,
  });
  const line = output.split('\n').findLast((text) => text.startsWith('{'));
  if (code !== 0 || !line) throw new Stop(`No pairing code could be made: ${output.trim().slice(-400)}`);
  return JSON.parse(line);
}
