import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { Said } from './course.ts';
import { mayDo, statusAfter } from './life.ts';

/**
 * The applicant was called back about the answer. What they say stands apart from what the body reports. Whoever says "no", or "partly" to
 * something that has to be done yet, puts the appeal back to work and so back on control.
 */
export const appealVerdict = defineCommand({
  kind: 'appeal.verdict',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    verdict: Said.shape.verdict,
    note: Said.shape.note,
    /** For "partly": whether the rest is to be done yet. */
    goesOn: z.boolean(),
  }),
  mayRun: [...mayDo('appeal.verdict')],
  refusals: ['appeal_unknown', 'nothing_answered', 'verdict_note_required'],
  needsNumber: false,
  reads: ({ appeal }) => [{ type: 'appeal', id: appeal }],
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { number } = appeal;
    const { verdict, note, goesOn } = payload;
    const isBack = verdict === 'no' || (verdict === 'partly' && goesOn);
    const status = statusAfter(isBack ? 'appeal.verdict:unsatisfied' : 'appeal.verdict', appeal.status);
    if (status === null) return refuse('nothing_answered', { number });
    if (isBack && note.trim() === '') return refuse('verdict_note_required');
    const { removal: _removal, closedAt: _closedAt, ...open } = appeal;
    const said = { verdict, note, at, by: command.actor };
    const kept = isBack ? open : appeal;
    const reopening = { reason: note.trim(), at, by: command.actor };
    return {
      ok: true,
      writes: [
        write('appeal', {
          ...kept,
          status,
          verdicts: [...(appeal.verdicts ?? []), said],
          ...(isBack ? { reopenings: [...(appeal.reopenings ?? []), reopening] } : {}),
        }),
      ],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, verdict, isBack },
    };
  },
});
