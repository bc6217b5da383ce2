import { z } from 'zod';
import { AppealId, ExecutionId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { mayDo, statusAfter } from './life.ts';
import { Rework } from './model.ts';
import { partWrites } from './parts.ts';

/** So often an answer goes back; then the matter is taken a step up instead (house rule). */
export const MOST_REWORKS = 3;

/**
 * A final answer is not accepted and goes back. The first term stays: what was overdue by it remains so, and the return counts in the
 * body's figures.
 */
export const responseReturn = defineCommand({
  kind: 'response.return',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    execution: ExecutionId,
    reason: Rework.shape.reason,
    due: Rework.shape.due,
  }),
  mayRun: [...mayDo('response.return')],
  refusals: [
    'appeal_unknown',
    'execution_unknown',
    'response_missing',
    'appeal_over',
    'rework_exhausted',
    'rework_day_past',
  ],
  needsNumber: false,
  reads: ({ appeal, execution }) => [
    { type: 'appeal', id: appeal },
    { type: 'execution', id: execution },
  ],
  decide(view, payload, { command, at, day }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const execution = view.get('execution', payload.execution);
    if (execution?.appeal !== appeal.id) return refuse('execution_unknown');
    const { number } = appeal;
    const { authority, reworks } = execution;
    if (execution.state !== 'answered' && execution.state !== 'accepted')
      return refuse('response_missing', { number, authority });
    if (reworks.length >= MOST_REWORKS)
      return refuse('rework_exhausted', { number, authority, most: MOST_REWORKS });
    if (payload.due < day) return refuse('rework_day_past', { day: payload.due });
    const status = statusAfter('response.return', appeal.status);
    if (status === null) return refuse('appeal_over', { number, status: appeal.status });
    const { reason, due } = payload;
    const returned = {
      ...execution,
      state: 'rework' as const,
      reworks: [...reworks, { reason, due, at, by: command.actor }],
    };
    return {
      ok: true,
      writes: partWrites(returned, appeal, status),
      subject: { type: 'appeal', id: appeal.id },
      data: { number, authority, reason, due, times: returned.reworks.length },
    };
  },
});
