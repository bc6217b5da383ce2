import { z } from 'zod';
import { CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { type Call, CallCode, type CallOutcome } from './model.ts';

/** The call ends. What was recorded from it decides its outcome; a call that brought nothing needs a code. */
export const callFinish = defineCommand({
  kind: 'call.finish',
  v: 1,
  payload: z.strictObject({
    call: CallId,
    phone: z.string().max(20).nullable(),
    phoneRaw: z.string().max(80),
    code: CallCode.nullable(),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown', 'call_already_finished', 'call_code_required'],
  needsNumber: false,
  reads: (payload) => [{ type: 'call', id: payload.call }],
  decide(view, payload, { at }) {
    const call = view.get('call', payload.call);
    if (!call) return refuse('call_unknown');
    if (call.endedAt !== null) return refuse('call_already_finished');
    const outcome = outcomeOf(call, payload.code);
    if (outcome === null) return refuse('call_code_required');
    const { phone, phoneRaw } = payload;
    return {
      ok: true,
      writes: [write('call', { ...call, endedAt: at, phone, phoneRaw, outcome })],
      subject: { type: 'call', id: call.id },
      data: { outcome },
    };
  },
});

function outcomeOf(call: Call, code: CallCode | null): CallOutcome | null {
  if (call.appeals.length > 0) return 'appeal';
  if (call.consultations.length > 0) return 'consultation';
  return code;
}
