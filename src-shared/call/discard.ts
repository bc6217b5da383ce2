import { z } from 'zod';
import { CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** A call card opened by mistake: there was no call. It stays in the record with what was written, and is counted as no call. */
export const callDiscard = defineCommand({
  kind: 'call.discard',
  v: 1,
  payload: z.strictObject({ call: CallId }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown', 'call_already_finished', 'call_has_work'],
  needsNumber: false,
  reads: ({ call }) => [{ type: 'call', id: call }],
  decide(view, payload, { at }) {
    const call = view.get('call', payload.call);
    if (!call) return refuse('call_unknown');
    if (call.endedAt !== null) return refuse('call_already_finished');
    const { appeals, consultations, dangers = [] } = call;
    if (appeals.length + consultations.length + dangers.length > 0) return refuse('call_has_work');
    return {
      ok: true,
      writes: [write('call', { ...call, endedAt: at, outcome: 'discarded' })],
      subject: { type: 'call', id: call.id },
      data: {},
    };
  },
});
