import type { Answer, Problem } from '../../src-shared/ipc/envelope.ts';
import type { Result } from '../../src-shared/result.ts';
import type { Logger } from '../data/log.ts';
import { FromDataProcess, type StartOptions, type ToDataProcess } from '../data/messages.ts';
import { PendingCalls } from './pendingCalls.ts';

/** A running data process, as its owner sees it. Electron's UtilityProcess fits through `forkDataProcess`. */
export interface DataChild {
  post(message: ToDataProcess): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

/** What a start needs, or why it cannot be had. */
export type PreparedStart = Result<StartOptions, Problem>;

export interface DataProcessOptions {
  /** Gathers what a start needs, the key above all; asked again at every start. */
  readonly prepare: () => Promise<PreparedStart>;
  readonly fork: () => DataChild;
  /** Passes events on to the windows. */
  readonly announce: (name: string, payload: unknown) => void;
  readonly log: Logger;
  readonly limits: DataProcessLimits;
}

export interface DataProcessLimits {
  /** Longest wait for an answer, in milliseconds; longer than any network limit of the data process. */
  readonly callMs: number;
  /** Longest wait, in milliseconds, for running calls at the end, and again for the files to be closed. */
  readonly stopMs: number;
  /** How often it is started again within a minute before that is given up. */
  readonly restarts: number;
  /** Pause in milliseconds before a store still held by a dying process is tried again. */
  readonly busyPauseMs: number;
  readonly busyTries: number;
}

export const DATA_PROCESS_LIMITS: DataProcessLimits = {
  callMs: 60_000,
  stopMs: 4_000,
  restarts: 5,
  busyPauseMs: 250,
  busyTries: 40,
};

const RESTART_WINDOW_MS = 60_000;

type State =
  | { readonly name: 'starting' }
  | { readonly name: 'running' }
  | { readonly name: 'failed'; readonly problem: Problem }
  | { readonly name: 'stopping' };

/**
 * Owns the data process: starts it, passes calls, starts it again when it dies, stops it. Every call is answered:
 * by the process, by the problem that keeps it from running, or by `dataProcessGone`.
 */
export class DataProcess {
  readonly #options: DataProcessOptions;
  readonly #pending: PendingCalls;
  #state: State = { name: 'starting' };
  #child: DataChild | null = null;
  #isKnownGone = false;
  #restartTimes: number[] = [];
  #busyTries = 0;
  #onStopped: () => void = () => undefined;

  constructor(options: DataProcessOptions) {
    this.#options = options;
    this.#pending = new PendingCalls(options.limits.callMs, options.log);
  }

  /** Begins. A start that fails is told by events and by the answer to every call. */
  async start(): Promise<void> {
    this.#state = { name: 'starting' };
    const prepared = await this.#options.prepare();
    if (this.#state.name !== 'starting') return;
    if (!prepared.ok) {
      this.#fail(prepared.error);
      return;
    }
    const child = this.#options.fork();
    this.#child = child;
    child.onMessage((message) => this.#receive(child, message));
    child.onExit((code) => this.#exited(child, code));
    child.post({ start: prepared.value });
  }

  /** Passes a call on. Calls of a starting process wait for it. */
  async call(name: string, input: unknown): Promise<Answer<unknown>> {
    if (this.#state.name === 'stopping') return { ok: false, error: gone() };
    if (this.#state.name === 'failed') {
      if (this.#child !== null && isRescue(name)) {
        const answer = this.#pending.add(name, input);
        this.#sendAll(this.#child);
        return await answer;
      }
      // The window's first question, and its "try again": the keyring may be unlocked or the disk freed by now.
      if (name !== 'workstation.state') return { ok: false, error: this.#state.problem };
      this.#busyTries = 0;
      this.#dismiss();
      void this.start();
    }
    const answer = this.#pending.add(name, input);
    this.#send();
    return await answer;
  }

  /** Asks for an exchange with the centre at once; nothing happens while there is no running process. */
  nudge(): void {
    if (this.#state.name === 'running') this.#child?.post({ nudge: true });
  }

  /** Lets running calls finish, closes the stores, ends the process; by force when it takes too long. Safe to call twice. */
  async stop(): Promise<void> {
    const { stopMs } = this.#options.limits;
    if (this.#state.name === 'running') await withLimit(this.#pending.settled(), stopMs);
    const child = this.#child;
    this.#state = { name: 'stopping' };
    if (child !== null) {
      const stopped = new Promise<void>((resolve) => {
        this.#onStopped = resolve;
      });
      child.post({ stop: true });
      if (!(await withLimit(stopped, stopMs)))
        this.#options.log.error({}, 'data process did not stop in time');
      child.kill();
      this.#child = null;
    }
    this.#pending.answerAll(gone());
  }

  #receive(child: DataChild, message: unknown): void {
    if (child !== this.#child) return;
    const parsed = FromDataProcess.safeParse(message);
    if (!parsed.success) this.#options.log.error({}, 'message of the data process not understood');
    else if ('started' in parsed.data) this.#started();
    else if ('failed' in parsed.data) this.#startFailed(parsed.data.failed);
    else if ('stopped' in parsed.data) this.#onStopped();
    else if ('event' in parsed.data) this.#options.announce(parsed.data.event, parsed.data.payload);
    else this.#pending.answer(parsed.data.id, parsed.data.answer);
  }

  #started(): void {
    this.#state = { name: 'running' };
    this.#busyTries = 0;
    this.#options.log.info({}, 'data process started');
    this.#send();
    if (this.#isKnownGone) this.#options.announce('data.changed', { running: true, problem: null });
    this.#isKnownGone = false;
  }

  #startFailed(problem: Problem): void {
    // With a damaged store it stays: it can say what is left and put it together again.
    if (problem.code !== 'storeDamaged') this.#dismiss();
    const { busyTries, busyPauseMs } = this.#options.limits;
    // A killed application's data process holds the files until the system has ended it too.
    if (problem.code === 'storeBusy' && this.#busyTries < busyTries) {
      this.#busyTries += 1;
      this.#startAfter(busyPauseMs);
      return;
    }
    this.#fail(problem);
  }

  /** Ends a process that could not open the stores. */
  #dismiss(): void {
    this.#child?.post({ stop: true });
    this.#child?.kill();
    this.#child = null;
  }

  #exited(child: DataChild, code: number): void {
    if (child !== this.#child) return;
    this.#child = null;
    this.#onStopped();
    if (this.#state.name === 'stopping') return;
    if (this.#state.name === 'failed') {
      this.#pending.answerSent(gone());
      return;
    }
    this.#options.log.error({ code }, 'data process ended by itself');
    this.#pending.answerSent(gone());
    const now = performance.now();
    this.#restartTimes = this.#restartTimes.filter((time) => now - time < RESTART_WINDOW_MS);
    if (this.#restartTimes.length >= this.#options.limits.restarts) {
      this.#fail(gone());
      return;
    }
    this.#sayGone('dataProcessGone');
    this.#restartTimes.push(now);
    this.#startAfter(this.#restartTimes.length === 1 ? 0 : this.#options.limits.busyPauseMs);
  }

  #startAfter(pauseMs: number): void {
    this.#state = { name: 'starting' };
    setTimeout(() => {
      if (this.#state.name === 'starting') void this.start();
    }, pauseMs);
  }

  #fail(problem: Problem): void {
    this.#state = { name: 'failed', problem };
    this.#options.log.error({ problem: problem.code }, 'data process cannot run');
    const child = this.#child;
    this.#pending.answerAll(problem, (name) => child !== null && isRescue(name));
    if (child !== null) this.#sendAll(child);
    this.#sayGone(problem.code);
  }

  #sayGone(problem: string): void {
    this.#isKnownGone = true;
    this.#options.announce('data.changed', { running: false, problem });
  }

  #send(): void {
    const child = this.#child;
    if (this.#state.name === 'running' && child !== null) this.#sendAll(child);
  }

  #sendAll(child: DataChild): void {
    for (const call of this.#pending.takeUnsent()) child.post(call);
  }
}

/** Whether a call is meant for a process that stands beside a damaged store. */
function isRescue(name: string): boolean {
  return name === 'store.damage' || name === 'store.restore';
}

function gone(): Problem {
  return { code: 'dataProcessGone', data: {} };
}

/** True when `work` ended within the limit. */
async function withLimit(work: Promise<void>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const isInTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isInTime;
}
