import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { Reopening } from './course.ts';
import { mayDo, statusAfter } from './life.ts';

/** An appeal that had ended comes back to work and on control, such as after a repeat. How it had ended stays in its history. */
export const appealReopen = defineCommand({
  kind: 'appeal.reopen',
  v: 1,
  payload: z.strictObject({ appeal: AppealId, reason: Reopening.shape.reason }),
  mayRun: [...mayDo('appeal.reopen')],
  refusals: ['appeal_unknown', 'appeal_not_ended'],
  needsNumber: false,
  reads: ({ appeal }) => [{ type: 'appeal', id: appeal }],
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { number } = appeal;
    const status = statusAfter('appeal.reopen', appeal.status);
    if (status === null) return refuse('appeal_not_ended', { number });
    const { removal: _removal, closedAt: _closedAt, ...open } = appeal;
    const reopening = { reason: payload.reason, at, by: command.actor };
    const reopenings = [...(appeal.reopenings ?? []), reopening];
    return {
      ok: true,
      writes: [write('appeal', { ...open, status, reopenings })],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, reason: payload.reason, times: reopenings.length },
    };
  },
});
