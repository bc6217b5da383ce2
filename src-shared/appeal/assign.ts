import { z } from 'zod';
import { AppealId, OperatorId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { mayDo, statusAfter } from '../control/life.ts';
import { write } from '../record/model.ts';

/**
 * A lead gives an appeal to somebody, or takes it from everybody (`to: null`). Compares with what the lead saw:
 * an appeal that meanwhile went to a third person is not taken away unseen.
 */
export const appealAssign = defineCommand({
  kind: 'appeal.assign',
  v: 1,
  payload: z.strictObject({ appeal: AppealId, from: OperatorId.nullable(), to: OperatorId.nullable() }),
  mayRun: [...mayDo('appeal.assign')],
  refusals: ['appeal_unknown', 'assignee_unknown', 'already_assigned', 'appeal_over'],
  needsNumber: false,
  reads: (payload) => [
    { type: 'appeal', id: payload.appeal },
    ...(payload.to === null ? [] : [{ type: 'operator', id: payload.to } as const]),
  ],
  decide(view, payload) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { number, status } = appeal;
    if (statusAfter('appeal.assign', status) === null) return refuse('appeal_over', { number, status });
    const { from, to } = payload;
    if (to !== null && view.get('operator', to)?.active !== true) return refuse('assignee_unknown');
    if (appeal.assignee !== from && appeal.assignee !== to) {
      return refuse('already_assigned', { number, assignee: appeal.assignee });
    }
    return {
      ok: true,
      writes: [write('appeal', { ...appeal, assignee: to })],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, from, to },
    };
  },
});
