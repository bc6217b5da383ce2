import { z } from 'zod';
import { CommandId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/**
 * A lead ends a practice before its time. Workstations that have not begun it will not; one that practises already hears of it
 * only when it comes back, because it is offline.
 */
export const practiceCallOff = defineCommand({
  kind: 'practice.callOff',
  v: 1,
  payload: z.strictObject({ practice: CommandId }),
  mayRun: ['lead'],
  refusals: ['practice_unknown', 'practice_over'],
  needsNumber: false,
  reads: (payload) => [{ type: 'practice', id: payload.practice }],
  decide(view, payload, { at }) {
    const practice = view.get('practice', payload.practice);
    if (!practice) return refuse('practice_unknown');
    if (practice.calledOffAt !== null || at >= practice.endsAt) return refuse('practice_over');
    return {
      ok: true,
      writes: [write('practice', { ...practice, calledOffAt: at })],
      subject: { type: 'practice', id: practice.id },
      data: {},
    };
  },
});
