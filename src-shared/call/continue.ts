import { z } from 'zod';
import { CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** A caller whose call was cut off calls again: the two calls belong together. The first keeps its own notes and outcome. */
export const callContinue = defineCommand({
  kind: 'call.continue',
  v: 1,
  payload: z.strictObject({ call: CallId, earlier: CallId }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown', 'call_already_continued'],
  needsNumber: false,
  reads: ({ call, earlier }) => [
    { type: 'call', id: call },
    { type: 'call', id: earlier },
  ],
  decide(view, payload) {
    const call = view.get('call', payload.call);
    const earlier = view.get('call', payload.earlier);
    if (!call || !earlier || call.id === earlier.id) return refuse('call_unknown');
    if (earlier.continuedBy !== undefined && earlier.continuedBy !== call.id)
      return refuse('call_already_continued');
    return {
      ok: true,
      writes: [
        write('call', { ...call, continues: earlier.id }),
        write('call', { ...earlier, continuedBy: call.id }),
      ],
      subject: { type: 'call', id: call.id },
      data: { earlier: earlier.id },
    };
  },
});
