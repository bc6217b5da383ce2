import { v7 as mint } from 'uuid';
import { create } from 'zustand';
import { type Moved, moveInSteps } from '../../src-shared/board/moving.ts';
import type { WorkMeant } from '../../src-shared/board/queries.ts';
import { type Move, takenBack } from '../../src-shared/board/share.ts';
import { call } from '../ipc.ts';

/** Whose work is to be moved, as it is called on the screen. */
export interface WorkAsked {
  readonly of: WorkMeant;
  readonly kind: 'list' | 'person' | 'unassigned' | 'overdue';
  readonly name: string;
}

interface Moving {
  /** The dialog that is open. */
  readonly asked: WorkAsked | null;
  readonly running: { readonly done: number; readonly total: number } | null;
  /** What the last run did, and whether it took another one back. */
  readonly last: (Moved & { readonly isUndo: boolean }) | null;
}

/** Work that is being moved goes on while other sections are looked at. */
export const useMoving = create<Moving>(() => ({ asked: null, running: null, last: null }));

let isStopped = false;

/** Stops after the act that is being done. */
export function stopMoving(): void {
  isStopped = true;
}

/** Moves appeals, with progress. A second run waits for nothing: it is not begun while one goes on. */
export async function moveWork(moves: readonly Move[], isUndo = false): Promise<void> {
  if (useMoving.getState().running !== null || moves.length === 0) return;
  isStopped = false;
  const total = moves.length;
  useMoving.setState({ running: { done: 0, total }, last: null });
  const moved = await moveInSteps(
    moves,
    (commands) => call('command.submit', { action: mint(), commands, consumes: [] }),
    (done) => {
      useMoving.setState({ running: { done, total } });
      return !isStopped;
    },
  );
  useMoving.setState({ running: null, last: { ...moved, isUndo } });
}

/** Gives everything the last run moved back to whom it was taken from. */
export async function undoMoving(): Promise<void> {
  const { last } = useMoving.getState();
  if (last !== null && !last.isUndo) await moveWork(takenBack(last.done), true);
}
