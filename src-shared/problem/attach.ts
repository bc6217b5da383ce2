import { z } from 'zod';
import { AppealId, ProblemId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/**
 * Puts an appeal to a problem, takes it to another, or (`to: null`) out of any: the way back of a wrong key. Compares with what was seen,
 * so that what a colleague decided meanwhile is not undone unseen.
 */
export const problemAttach = defineCommand({
  kind: 'problem.attach',
  v: 1,
  payload: z.strictObject({ appeal: AppealId, from: ProblemId.nullable(), to: ProblemId.nullable() }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['appeal_unknown', 'problem_unknown', 'problem_changed'],
  needsNumber: false,
  reads: ({ appeal, from, to }) => [
    { type: 'appeal', id: appeal },
    ...[from, to].flatMap((id) => (id === null ? [] : [{ type: 'problem', id } as const])),
  ],
  decide(view, payload) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { from, to } = payload;
    const joined = to === null ? undefined : view.get('problem', to);
    if (to !== null && !joined) return refuse('problem_unknown');
    const now = appeal.problem ?? null;
    if (now !== from && now !== to) return refuse('problem_changed', { number: appeal.number });
    const { problem: _before, ...rest } = appeal;
    const title = joined?.title ?? (from === null ? '' : (view.get('problem', from)?.title ?? ''));
    return {
      ok: true,
      writes: [write('appeal', to === null ? rest : { ...rest, problem: to })],
      subject: { type: 'appeal', id: appeal.id },
      data: { number: appeal.number, title, joins: to !== null },
    };
  },
});
