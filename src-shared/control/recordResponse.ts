import { z } from 'zod';
import { AppealId, ExecutionId } from '../brand.ts';
import { hasResult } from '../catalog/classifier.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { mayDo, statusAfter } from './life.ts';
import { type Execution, Response } from './model.ts';
import { MOST_PARTS, partRefs, partsLeft, partWrites } from './parts.ts';

/**
 * A body answered. An interim answer is kept and changes nothing about control; with the last final one of all bodies the appeal is
 * answered and waits to be checked (resolution 348: with several executors the first is in charge, and all have to answer).
 */
export const responseRecord = defineCommand({
  kind: 'response.record',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    execution: ExecutionId,
    /** All parts of the appeal that were seen. */
    executions: z.array(ExecutionId).max(MOST_PARTS),
    response: Response.omit({ at: true, by: true }),
  }),
  mayRun: [...mayDo('response.record')],
  refusals: [
    'appeal_unknown',
    'execution_unknown',
    'execution_over',
    'appeal_over',
    'response_exists',
    'response_text_required',
    'response_result_required',
    'response_in_future',
  ],
  needsNumber: false,
  reads: (payload) => partRefs({ ...payload, executions: [...payload.executions, payload.execution] }),
  decide(view, payload, { command, at, day }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const execution = view.get('execution', payload.execution);
    if (execution?.appeal !== appeal.id) return refuse('execution_unknown');
    const { number } = appeal;
    const { authority } = execution;
    const { response } = payload;
    if (execution.state === 'recalled' || execution.state === 'not_ours')
      return refuse('execution_over', { number, authority });
    if (execution.responses.some(({ id }) => id === response.id))
      return refuse('response_exists', { number });
    if (response.text.trim() === '' && response.files.length === 0) return refuse('response_text_required');
    if (!response.isInterim && (response.result === null || !hasResult(response.result)))
      return refuse('response_result_required');
    if (response.receivedOn > day) return refuse('response_in_future', { day: response.receivedOn });
    const answered: Execution = {
      ...execution,
      state: response.isInterim ? received(execution) : 'answered',
      responses: [...execution.responses, { ...response, at, by: command.actor }],
    };
    const isLast = !response.isInterim && partsLeft(view, appeal, payload.executions, answered).owing === 0;
    const status = statusAfter(isLast ? 'response.record:all' : 'response.record', appeal.status);
    if (status === null) return refuse('appeal_over', { number, status: appeal.status });
    return {
      ok: true,
      writes: partWrites(answered, appeal, status),
      subject: { type: 'appeal', id: appeal.id },
      data: { number, authority, isInterim: response.isInterim, isLast, result: response.result },
    };
  },
});

/** Who answers for the time being has the appeal. */
function received({ state }: Execution): Execution['state'] {
  return state === 'sent' ? 'received' : state;
}
