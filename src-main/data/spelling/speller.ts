import { Worker } from 'node:worker_threads';
import type { Language } from '../../../src-shared/settings/model.ts';
import type { Logger } from '../log.ts';
import type { SpellerAnswer, SpellerQuestion } from './messages.ts';

/** The dictionaries, in a thread of their own. */
export interface Speller {
  /** The words that are wrong; null when the dictionaries cannot be read. */
  wrong(words: readonly string[], languages: readonly Language[]): Promise<readonly string[] | null>;
  suggest(word: string, languages: readonly Language[]): Promise<readonly string[] | null>;
  close(): Promise<void>;
}

/** A thread that ended by itself is started again this often; then there is no spelling until the next start. */
const MOST_STARTS = 3;

/** Beside this file among the sources, beside the data process when built. */
function workerScript(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './speller.js', import.meta.url);
}

/** Starts with the first question, so that opening the application costs nothing. */
export function createSpeller(log: Logger): Speller {
  const waiting = new Map<number, (words: readonly string[] | null) => void>();
  let worker: Worker | null = null;
  let starts = 0;
  let lastId = 0;

  function ended(which: Worker): void {
    if (worker !== which) return;
    worker = null;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  }

  function started(): Worker | null {
    if (worker !== null || starts >= MOST_STARTS) return worker;
    starts += 1;
    const fresh = new Worker(workerScript());
    fresh.on('message', (answer: SpellerAnswer) => {
      if ('failed' in answer) log.error({ reason: answer.failed }, 'spelling: no answer of the dictionaries');
      waiting.get(answer.id)?.('failed' in answer ? null : answer.words);
      waiting.delete(answer.id);
    });
    fresh.on('error', (error) => log.error({ err: error }, 'spelling: the dictionaries ended'));
    fresh.on('exit', () => ended(fresh));
    // Words being judged keep nobody from leaving.
    fresh.unref();
    worker = fresh;
    return fresh;
  }

  function ask(question: { check: readonly string[] } | { suggest: string }, languages: readonly Language[]) {
    const thread = started();
    if (thread === null) return Promise.resolve(null);
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
    async close() {
      const thread = worker;
      if (thread === null) return;
      ended(thread);
      await thread.terminate();
    },
  };
}
