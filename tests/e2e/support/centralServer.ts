import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectFolder } from './places.ts';

/** The central server as a process of its own, with the demo region and accounts. */
export interface CentralServer {
  /** Stays the same over restarts. */
  readonly url: string;
  readonly logFile: string;
  /** Asks the administrator's command for a pairing code. */
  pairingCode(): Promise<string>;
  /** Gives the administrator's command by its words. @returns what it wrote */
  admin(...words: readonly string[]): Promise<string>;
  /** Ends it in order; its data stays. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
}

/** Starts a server on a free port with its data in `folder`, and waits until it says that it listens. */
export async function startCentralServer(folder: string): Promise<CentralServer> {
  const dataDir = join(folder, 'server');
  mkdirSync(dataDir, { recursive: true });
  const logFile = join(folder, 'server.log');
  const environment = { ...process.env, HOLOS_DATA: dataDir, HOLOS_HOST: '127.0.0.1', HOLOS_DEMO: '1' };
  let running = await launch({ ...environment, HOLOS_PORT: '0' }, logFile);
  const { url } = running;
  const port = new URL(url).port;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url,
    logFile,
    pairingCode: () => pair({ ...environment, HOLOS_PORT: port }),
    admin: (...words) => admin({ ...environment, HOLOS_PORT: port }, words),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start: async () => {
      running = await launch({ ...environment, HOLOS_PORT: port }, logFile);
    },
  };
}

async function launch(
  env: NodeJS.ProcessEnv,
  logFile: string,
): Promise<{ child: ChildProcess; url: string }> {
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(process.execPath, [join(projectFolder, 'src-server', 'main.ts')], {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.pipe(log);
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message: unknown = line.startsWith('{') ? JSON.parse(line) : null;
      if (isReady(message)) resolve(message.url);
    });
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the server ended with ${String(code)} before it was ready; see ${logFile}`);
  });
  const url = await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  return { child, url };
}

function isReady(message: unknown): message is { ready: true; url: string } {
  return typeof message === 'object' && message !== null && 'ready' in message && 'url' in message;
}

async function admin(env: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> {
  const command = [join(projectFolder, 'src-server', 'admin.ts'), ...words];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: projectFolder, env });
  return stdout;
}

async function pair(env: NodeJS.ProcessEnv): Promise<string> {
  const stdout = await admin(env, ['pair', '--region', 'dn', '--json']);
  const line = stdout.split('\n').findLast((text) => text.startsWith('{')) ?? '{}';
  const answer: unknown = JSON.parse(line);
  if (typeof answer !== 'object' || answer === null || !('code' in answer))
    throw new Error('no pairing code');
  return String(answer.code);
}
