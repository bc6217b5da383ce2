import { Worker } from 'node:worker_threads';
import type { Language } from '../../../src-shared/settings/model.ts';
import type { Timers } from '../../../src-shared/timers.ts';
import type { Logger } from '../log.ts';
import type { SpellerAnswer, SpellerQuestion } from './messages.ts';

/** The dictionaries, in a thread of their own. */
export interface Speller {
  /** The words that are wrong; null when the dictionaries cannot be read. */
  wrong(words: readonly string[], languages: readonly Language[]): Promise<readonly string[] | null>;
  suggest(word: string, languages: readonly Language[]): Promise<readonly string[] | null>;
  close(): Promise<void>;
}

/** Quiet time after which the dictionaries give their memory back, in milliseconds. */
const QUIET_MS = 10 * 60_000;

/** A thread that ended by itself is started again this often; then there is no spelling until the next start. */
const MOST_FAILURES = 3;

/** Beside this file among the sources, beside the data process when built. */
function workerScript(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './speller.js', import.meta.url);
}

/** Starts with the first question, so that opening the application costs nothing, and ends when nobody asks for a while. */
export function createSpeller(log: Logger, timers: Timers): Speller {
  const waiting = new Map<number, (words: readonly string[] | null) => void>();
  let worker: Worker | null = null;
  let failures = 0;
  let lastId = 0;
  let stayAwake: () => void = () => undefined;

  function gone(which: Worker): boolean {
    if (worker !== which) return false;
    worker = null;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
    return true;
  }

  async function end(): Promise<void> {
    stayAwake();
    const thread = worker;
    if (thread === null) return;
    gone(thread);
    await thread.terminate();
  }

  function rest(): void {
    stayAwake();
    stayAwake = timers.after(QUIET_MS, () => {
      end().catch((error: unknown) => log.warn({ err: error }, 'spelling: the dictionaries stay in memory'));
    });
  }

  function started(): Worker | null {
    if (worker !== null || failures >= MOST_FAILURES) return worker;
    const fresh = new Worker(workerScript());
    fresh.on('message', (answer: SpellerAnswer) => {
      if ('failed' in answer) log.error({ reason: answer.failed }, 'spelling: no answer of the dictionaries');
      waiting.get(answer.id)?.('failed' in answer ? null : answer.words);
      waiting.delete(answer.id);
    });
    fresh.on('error', (error) => log.error({ err: error }, 'spelling: the dictionaries ended'));
    fresh.on('exit', () => {
      if (gone(fresh)) failures += 1;
    });
    // Words being judged keep nobody from leaving.
    fresh.unref();
    worker = fresh;
    return fresh;
  }

  function ask(question: { check: readonly string[] } | { suggest: string }, languages: readonly Language[]) {
    const thread = started();
    if (thread === null) return Promise.resolve(null);
    rest();
    lastId += 1;
    const id = lastId;
    return new Promise<readonly string[] | null>((settle) => {
      waiting.set(id, settle);
      thread.postMessage({ ...question, id, languages } satisfies SpellerQuestion);
    });
  }

  return {
    wrong: (words, languages) => ask({ check: words }, languages),
    suggest: (word, languages) => ask({ suggest: word }, languages),
    close: end,
  };
}
