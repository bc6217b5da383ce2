import { z } from 'zod';
import { CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { NoteLine } from './model.ts';

/** Adds lines of the pad to the call. Notes are only ever appended; nobody's are merged away. */
export const callNote = defineCommand({
  kind: 'call.note',
  v: 1,
  payload: z.strictObject({ call: CallId, lines: z.array(NoteLine).min(1).max(2000) }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown'],
  needsNumber: false,
  reads: (payload) => [{ type: 'call', id: payload.call }],
  decide(view, payload) {
    const call = view.get('call', payload.call);
    if (!call) return refuse('call_unknown');
    return {
      ok: true,
      writes: [write('call', { ...call, notes: [...call.notes, ...payload.lines] })],
      subject: { type: 'call', id: call.id },
      data: { lines: payload.lines.length },
    };
  },
});
