import type { Kysely } from 'kysely';
import type { Tables, Tx } from './tables.ts';
import { type Attempt, inWriteTransaction } from './transaction.ts';
import { isTrouble } from './trouble.ts';

/** Works of one commit at most: what only reads waits as long as they take. A number, not a time, so that every run does the same. */
const MOST_AT_ONCE = 2;

/** A part of a writing transaction that stands or falls by itself. */
export type Work<T> = (tx: Tx, attempt: Attempt) => Promise<T>;

/** Runs a work and answers when it is on disk. */
export type InTurn = <T>(work: Work<T>) => Promise<T>;

interface Job {
  readonly work: Work<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Lets works that come together share a transaction of the one connection there is, because waiting for the disk is what a commit
 * costs. After each commit whoever wants to read comes first: a hundred workstations that send after an outage do not keep
 * another one from pulling.
 */
export function takeTurns(db: Kysely<Tables>): InTurn {
  const waiting: Job[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      // Timers, health and every request that has arrived come first; those that only read find the connection free then (sync
      // specification A10). Without this each push would be done within the arrival of its last byte, before the next is looked at.
      await new Promise((resolve) => setImmediate(resolve));
      await runTogether(db, waiting.splice(0, MOST_AT_ONCE));
    }
    isRunning = false;
  }

  return async <T>(work: Work<T>) =>
    await new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      // Never rejects: every failure is told to the job it belongs to.
      if (!isRunning) void runAll();
    });
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** One transaction for several jobs. A failure of one is its own; trouble with the store is that of all. */
async function runTogether(db: Kysely<Tables>, jobs: readonly Job[]): Promise<void> {
  try {
    const outcomes = await inWriteTransaction(db, async (tx, attempt) => {
      const all: Outcome[] = [];
      for (const { work } of jobs) all.push(await outcomeOf(tx, attempt, work));
      return all;
    });
    for (const [index, outcome] of outcomes.entries()) {
      if ('error' in outcome) jobs[index]?.reject(outcome.error);
      else jobs[index]?.resolve(outcome.value);
    }
  } catch (error) {
    for (const job of jobs) job.reject(error);
  }
}

async function outcomeOf(tx: Tx, attempt: Attempt, work: Work<unknown>): Promise<Outcome> {
  try {
    return { value: await attempt(async () => await work(tx, attempt)) };
  } catch (error) {
    if (isTrouble(error)) throw error;
    return { error };
  }
}
