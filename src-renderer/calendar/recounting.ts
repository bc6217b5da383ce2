import { v7 as mint } from 'uuid';
import { create } from 'zustand';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';

interface Recounting {
  /** Null: nothing is being counted. */
  readonly running: { readonly done: number; readonly total: number } | null;
  readonly problem: Problem | null;
  /** How many the last run counted; null before the first. */
  readonly finished: number | null;
}

/** Counting terms again goes on while other sections are looked at. */
export const useRecounting = create<Recounting>(() => ({ running: null, problem: null, finished: null }));

/** Appeals in one act: short enough that typing elsewhere does not wait for it. */
const STEP = 25;
let isStopped = false;

/** Stops after the step that is being done; the appeals left keep their term and are offered again. */
export function stopRecount(): void {
  isStopped = true;
}

/** Counts the terms of appeals again, in steps, one command an appeal. */
export async function recount(ids: readonly string[]): Promise<void> {
  if (useRecounting.getState().running !== null) return;
  isStopped = false;
  const total = ids.length;
  let done = 0;
  useRecounting.setState({ running: { done, total }, problem: null, finished: null });
  let problem: Problem | null = null;
  while (done < total && !isStopped && problem === null) {
    const commands = ids.slice(done, done + STEP).map((appeal) => ({
      kind: 'appeal.recount',
      payload: { appeal },
    })) as InputOf<'command.submit'>['commands'];
    const answer = await call('command.submit', { action: mint(), commands, consumes: [] });
    if (answer.ok) {
      done += commands.length;
      useRecounting.setState({ running: { done, total } });
    } else problem = answer.error;
  }
  useRecounting.setState({ running: null, problem, finished: done });
}
