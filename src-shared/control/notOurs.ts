import { z } from 'zod';
import { AppealId, ExecutionId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { mayDo, statusAfter } from './life.ts';
import type { Execution } from './model.ts';
import { MOST_PARTS, partRefs, partsLeft, withStatus } from './parts.ts';

/**
 * A body says that the matter is not its own (Law 393/96-ВР, article 7). With nobody else left the appeal is back where it was registered,
 * to be forwarded to the right one.
 */
export const executionNotOurs = defineCommand({
  kind: 'execution.notOurs',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    execution: ExecutionId,
    /** All parts of the appeal that were seen. */
    executions: z.array(ExecutionId).max(MOST_PARTS),
    reason: z.string().trim().min(1).max(2000),
  }),
  mayRun: [...mayDo('execution.notOurs')],
  refusals: ['appeal_unknown', 'execution_unknown', 'execution_over', 'appeal_over'],
  needsNumber: false,
  reads: (payload) => partRefs({ ...payload, executions: [...payload.executions, payload.execution] }),
  decide(view, payload) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const execution = view.get('execution', payload.execution);
    if (execution?.appeal !== appeal.id) return refuse('execution_unknown');
    const { number } = appeal;
    const { authority } = execution;
    if (execution.state === 'not_ours' || execution.state === 'recalled' || execution.state === 'accepted')
      return refuse('execution_over', { number, authority });
    const { reason } = payload;
    const ended: Execution = { ...execution, state: 'not_ours', notOurs: reason };
    const { owing, answered } = partsLeft(view, appeal, payload.executions, ended);
    const isLast = owing + answered === 0;
    // With this body gone all others may have answered.
    const isAnswered = owing === 0 && answered > 0;
    const act = isLast ? 'execution.notOurs:last' : isAnswered ? 'response.record:all' : 'execution.notOurs';
    const status = statusAfter(act, appeal.status);
    if (status === null) return refuse('appeal_over', { number, status: appeal.status });
    const moved = withStatus(appeal, status);
    return {
      ok: true,
      writes: [write('execution', ended), ...(moved === appeal ? [] : [write('appeal', moved)])],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, authority, reason, isLast },
    };
  },
});
