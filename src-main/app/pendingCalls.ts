import type { Answer, Problem } from '../../src-shared/ipc/envelope.ts';
import type { Logger } from '../data/log.ts';

/** Calls that write out everything a person asked for may take as long as the disk and the number of records want. */
const LONG: ReadonlySet<string> = new Set(['appeal.write']);
const LONG_MS = 30 * 60_000;

interface Pending {
  readonly name: string;
  readonly input: unknown;
  readonly resolve: (answer: Answer<unknown>) => void;
  readonly timer: NodeJS.Timeout;
  isSent: boolean;
}

/** Calls to the data process that have no answer yet. Each gets exactly one, at the latest when its time is over. */
export class PendingCalls {
  readonly #limitMs: number;
  readonly #log: Logger;
  readonly #calls = new Map<number, Pending>();
  #nextId = 0;
  #onSettled: (() => void)[] = [];

  /** @param limitMs longest wait for an answer that is not one of the long ones, in milliseconds */
  constructor(limitMs: number, log: Logger) {
    this.#limitMs = limitMs;
    this.#log = log;
  }

  /** Keeps a call until it is taken for sending and answered. */
  add(name: string, input: unknown): Promise<Answer<unknown>> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      const limitMs = LONG.has(name) ? LONG_MS : this.#limitMs;
      const timer = setTimeout(() => this.#late(id), limitMs);
      this.#calls.set(id, { name, input, resolve, timer, isSent: false });
    });
  }

  /** Calls not yet sent, in the order they came; they count as sent from here on. */
  takeUnsent(): { id: number; name: string; input: unknown }[] {
    const taken: { id: number; name: string; input: unknown }[] = [];
    for (const [id, call] of this.#calls) {
      if (call.isSent) continue;
      call.isSent = true;
      taken.push({ id, name: call.name, input: call.input });
    }
    return taken;
  }

  /** Gives a call its answer; one that came too late is dropped, as its caller has been answered. */
  answer(id: number, answer: Answer<unknown>): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    clearTimeout(call.timer);
    this.#calls.delete(id);
    call.resolve(answer);
    if (this.#calls.size === 0) for (const settle of this.#onSettled.splice(0)) settle();
  }

  /** Answers what was sent to a process that is gone; what was not sent waits for the next one. */
  answerSent(problem: Problem): void {
    for (const [id, call] of [...this.#calls])
      if (call.isSent) this.answer(id, { ok: false, error: problem });
  }

  /** Answers everything, when no process will come, but for calls by a name that somebody will still take. */
  answerAll(problem: Problem, isKept: (name: string) => boolean = () => false): void {
    for (const [id, { name }] of [...this.#calls])
      if (!isKept(name)) this.answer(id, { ok: false, error: problem });
  }

  /** Resolves when no call is waiting. */
  settled(): Promise<void> {
    if (this.#calls.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onSettled.push(resolve);
    });
  }

  #late(id: number): void {
    this.#log.error({ channel: this.#calls.get(id)?.name }, 'call of the data process not answered in time');
    this.answer(id, { ok: false, error: { code: 'dataProcessGone', data: {} } });
  }
}
