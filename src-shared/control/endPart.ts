import { z } from 'zod';
import { AppealId, ExecutionId } from '../brand.ts';
import { type Decision, refuse } from '../command/spec.ts';
import type { RecordView } from '../record/model.ts';
import { statusAfter } from './life.ts';
import type { Execution } from './model.ts';
import { MOST_PARTS, partsLeft, partWrites } from './parts.ts';

/** A body drops out: which, of all that were seen, and why. */
export const EndedPart = z.strictObject({
  appeal: AppealId,
  execution: ExecutionId,
  /** All parts of the appeal that were seen. */
  executions: z.array(ExecutionId).max(MOST_PARTS),
  reason: z.string().trim().min(1).max(2000),
});
export type EndedPart = z.infer<typeof EndedPart>;

/** Refusals of every way in which a body drops out. */
export const END_REFUSALS = ['appeal_unknown', 'execution_unknown', 'execution_over', 'appeal_over'] as const;

/**
 * A body drops out. With nobody else left the appeal is back where it was registered; with only answers left it is answered.
 * @param act its line in the table of the life
 * @param ended the part as it is afterwards
 */
export function endPart(
  view: RecordView,
  payload: EndedPart,
  act: 'execution.notOurs' | 'execution.recall',
  ended: (execution: Execution) => Execution,
): Decision {
  const appeal = view.get('appeal', payload.appeal);
  if (!appeal) return refuse('appeal_unknown');
  const execution = view.get('execution', payload.execution);
  if (execution?.appeal !== appeal.id) return refuse('execution_unknown');
  const { number } = appeal;
  const { authority, state } = execution;
  if (state === 'not_ours' || state === 'recalled' || state === 'accepted')
    return refuse('execution_over', { number, authority });
  const changed = ended(execution);
  const { owing, answered } = partsLeft(view, appeal, payload.executions, changed);
  const isLast = owing + answered === 0;
  const isAnswered = owing === 0 && answered > 0;
  const line = isLast ? `${act}:last` : isAnswered ? 'response.record:all' : act;
  const status = statusAfter(line, appeal.status);
  if (status === null) return refuse('appeal_over', { number, status: appeal.status });
  return {
    ok: true,
    writes: partWrites(changed, appeal, status),
    subject: { type: 'appeal', id: appeal.id },
    data: { number, authority, reason: payload.reason, isLast },
  };
}
