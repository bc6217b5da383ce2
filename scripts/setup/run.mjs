// Starting other programs: their output, their end, and the end of everything they started.
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Ended
 * @property {number} code exit code; 128 + n when ended by signal n is not told apart, it is simply 1
 * @property {string} output what it printed, when `capture` was asked for
 */

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, signal?: AbortSignal}} [options]
 *   `capture` keeps stdout and stderr instead of showing them
 * @returns {Promise<Ended>} a program that cannot be started counts as code 127
 */
export function run(program, args, options = {}) {
  const { cwd, env = process.env, capture = false, signal } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
      // npm is a .cmd on Windows, which only a shell can start.
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const onAbort = () => child.kill('SIGKILL');
    signal?.addEventListener('abort', onAbort, { once: true });
    const finish = (code) => {
      signal?.removeEventListener('abort', onAbort);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/**
 * A set of long-lived children, each the head of its own process group, so that ending the set leaves no orphan.
 * The owner must call `endAll` on every way out.
 */
export class Family {
  #members = new Map();

  /**
   * Starts a member.
   * @param {string} title for messages
   * @param {string} program
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions} options
   */
  start(title, program, args, options) {
    const child = spawn(program, args, { ...options, detached: process.platform !== 'win32' });
    const ended = new Promise((resolve) => {
      child.on('error', (error) => resolve({ code: 127, reason: error.message }));
      child.on('close', (code, signal) =>
        resolve({ code: code ?? 1, reason: signal ?? `exit code ${code}` }),
      );
    });
    this.#members.set(child, { title, ended });
    // `ended` never rejects: a child that cannot start counts as ended.
    void ended.then(() => this.#members.delete(child));
    return { child, ended };
  }

  /** Ends every member, the newest first: politely, then after `patience` milliseconds for good. */
  async endAll(patience = 5000) {
    for (const [child, { ended }] of [...this.#members].reverse()) {
      // Only its head: Electron and npm end their own children in order, and a renderer hit by itself is a crash.
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), wait(patience).then(() => false)]);
      // Also after a polite end: a grandchild may have outlived the head of its group.
      signalGroup(child, 'SIGKILL');
      if (!inTime) await ended;
    }
  }

  /** Last resort for a process 'exit' handler, where nothing can be awaited. */
  killNow() {
    for (const child of this.#members.keys()) signalGroup(child, 'SIGKILL');
  }
}

/**
 * Runs work that starts children, and ends them all whatever the way out: its end, its failure, Ctrl-C, a signal.
 * @param {(family: Family) => Promise<number>} work answers the exit code
 * @param {{interruptCode?: number}} [options] the code for Ctrl-C, which ends a running application as it should be ended
 */
export async function withFamily(work, { interruptCode = 130 } = {}) {
  const family = new Family();
  process.on('exit', () => family.killNow());
  const interrupted = new Promise((resolve) => {
    process.on('SIGINT', () => resolve(interruptCode));
    process.on('SIGTERM', () => resolve(143));
    process.on('SIGHUP', () => resolve(129));
  });
  try {
    return await Promise.race([work(family), interrupted]);
  } finally {
    await family.endAll();
  }
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group is gone already, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
