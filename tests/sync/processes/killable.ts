import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundle } from '../../support/bundle.ts';
import { CLIENT_MIGRATIONS } from '../../support/workstation.ts';
import { DeskLine, type DeskTask } from './lines.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/** A process that may be killed at any moment and says what it does, a line each. */
export interface Killable<L> {
  /** Every line of this life, in order. */
  readonly lines: readonly L[];
  /** Resolves with the first line that fits, of those said already or later. @throws when the process ends before it */
  line(fits: (line: L) => boolean): Promise<L>;
  /** SIGKILL; resolves when the system has buried it and every line it wrote has been read. */
  kill(): Promise<void>;
  /** Writes a word to its stdin. */
  tell(word: string): void;
  readonly ended: Promise<number | null>;
}

/** The two programs that are killed, each packed into one file. */
export interface Programs {
  readonly server: string;
  readonly desk: string;
}

/** Packs both anew, so that what runs is what the sources say. */
export async function packPrograms(): Promise<Programs> {
  const folder = join(PROJECT, 'out', 'processes');
  return {
    server: await bundle('src-server/main.ts', folder, 'server'),
    desk: await bundle('tests/sync/processes/deskProcess.ts', folder, 'desk'),
  };
}

/** Starts a program. @param parse makes a line of what was written */
function startProcess<L>(
  file: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  parse: (text: string) => L,
): Killable<L> {
  const child: ChildProcess = spawn(process.execPath, [file, ...words], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('the process has no pipes');
  const lines: L[] = [];
  const watchers = new Set<() => void>();
  let errors = '';
  stderr.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(-4000);
  });
  // Killed, it reads nothing any more; what was to be said to it is of no use then.
  stdin.on('error', () => undefined);
  let isOver = false;
  let unfinished = '';
  const tellAll = () => {
    for (const watcher of [...watchers]) watcher();
  };
  stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = `${unfinished}${chunk}`.split('\n');
    // The kill may cut the last line: it was not said.
    unfinished = parts.pop() ?? '';
    lines.push(...parts.map(parse));
    tellAll();
  });
  const ended = once(child, 'close').then(([code]) => {
    isOver = true;
    tellAll();
    return code as number | null;
  });
  return {
    lines,
    ended,
    async line(fits) {
      for (let seen = 0; ; ) {
        const found = lines.slice(seen).find(fits);
        seen = lines.length;
        if (found !== undefined) return found;
        if (isOver) throw new Error(`${file} ended before it said so: ${errors}`);
        await new Promise<void>((resolve) => {
          const watcher = () => {
            watchers.delete(watcher);
            resolve();
          };
          watchers.add(watcher);
        });
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    tell: (word) => void stdin.write(`${word}\n`),
  };
}

/** The central server as a process; its only line says that it listens. */
export function startServerProcess(
  file: string,
  dataDir: string,
  port: number,
  databaseUrl?: string,
): Killable<{ ready: boolean }> {
  const env = {
    HOLOS_DATA: dataDir,
    HOLOS_PORT: String(port),
    HOLOS_DEMO: '',
    HOLOS_LOG: 'error',
    DATABASE_URL: databaseUrl ?? '',
  };
  return startProcess(file, [], env, (text) => JSON.parse(text) as { ready: boolean });
}

/** A workstation core as a process. */
export function startDeskProcess(file: string, task: Omit<DeskTask, 'migrationsDir'>): Killable<DeskLine> {
  const words = [JSON.stringify({ ...task, migrationsDir: CLIENT_MIGRATIONS })];
  return startProcess(file, words, {}, (text) => DeskLine.parse(JSON.parse(text)));
}
