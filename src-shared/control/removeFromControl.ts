import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { Removal } from './course.ts';
import { mayDo, statusAfter } from './life.ts';

/**
 * Taken off control, by control staff alone, after a decision and an answer; an interim answer does not do (resolution 348). From then on it
 * ages like everything finished.
 */
export const appealRemoveFromControl = defineCommand({
  kind: 'appeal.removeFromControl',
  v: 1,
  payload: z.strictObject({ appeal: AppealId, note: Removal.shape.note }),
  mayRun: [...mayDo('appeal.removeFromControl')],
  refusals: ['appeal_unknown', 'closing_missing', 'already_removed'],
  needsNumber: false,
  reads: ({ appeal }) => [{ type: 'appeal', id: appeal }],
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { number } = appeal;
    if (appeal.status === 'removed') return refuse('already_removed', { number });
    const status = statusAfter('appeal.removeFromControl', appeal.status);
    if (status === null || appeal.closing === undefined) return refuse('closing_missing', { number });
    const removal = { note: payload.note, at, by: command.actor };
    return {
      ok: true,
      writes: [write('appeal', { ...appeal, status, removal, closedAt: at })],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, result: appeal.closing.result, note: payload.note },
    };
  },
});
