import type { Appeal, AppealStatus } from '../appeal/model.ts';
import type { AppealId, ExecutionId } from '../brand.ts';
import { type RecordRef, type RecordView, type RecordWrite, write } from '../record/model.ts';
import type { Execution, ExecutionState } from './model.ts';

/** Parts that bodies have in an appeal, as whoever gives a command sees them: all of them, the one it is about included. */
export interface NamedParts {
  readonly appeal: AppealId;
  readonly executions: readonly ExecutionId[];
}

/** Most bodies an appeal can have had. */
export const MOST_PARTS = 60;

/** States in which a body still owes its final answer. */
const OWES: ReadonlySet<ExecutionState> = new Set<ExecutionState>(['sent', 'received', 'rework']);

/** Whether a body still owes its final answer. */
export function owesAnswer({ state }: Pick<Execution, 'state'>): boolean {
  return OWES.has(state);
}

/** What a command about several parts reads. */
export function partRefs({ appeal, executions }: NamedParts): RecordRef[] {
  return [{ type: 'appeal', id: appeal }, ...executions.map((id) => ({ type: 'execution', id }) as const)];
}

/**
 * What is left of an appeal's parts when one of them is as given. A body it was forwarded to meanwhile, of which whoever gave the command
 * did not know, owes its answer.
 */
export function partsLeft(
  view: RecordView,
  appeal: Appeal,
  named: readonly ExecutionId[],
  changed: Execution,
): { readonly owing: number; readonly answered: number } {
  const known = new Map(named.map((id) => [id as string, view.get('execution', id)]));
  known.set(changed.id, changed);
  let owing = 0;
  let answered = 0;
  for (const { execution } of appeal.forwardings) {
    if (execution === undefined) continue;
    const part = known.get(execution);
    if (part === undefined || owesAnswer(part)) owing += 1;
    else if (part.state === 'answered' || part.state === 'accepted') answered += 1;
  }
  return { owing, answered };
}

/** A part as it is now, and the appeal where that gives it another status. */
export function partWrites(part: Execution, appeal: Appeal, status: AppealStatus): RecordWrite[] {
  const changed = write('execution', part);
  return appeal.status === status ? [changed] : [changed, write('appeal', { ...appeal, status })];
}
