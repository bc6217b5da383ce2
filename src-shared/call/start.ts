import { z } from 'zod';
import { CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { CallTimes, LineIdentity } from '../telephony/line.ts';
import { lineReads, withLine } from './onLine.ts';

/** A call begins. The number may still be unknown: it is completed when the call is finished. */
export const callStart = defineCommand({
  kind: 'call.start',
  v: 2,
  payload: z.strictObject({
    call: CallId,
    phone: z.string().max(20).nullable(),
    phoneRaw: z.string().max(80),
    line: LineIdentity.optional(),
    times: CallTimes.optional(),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_exists'],
  needsNumber: false,
  reads: (payload) => [{ type: 'call', id: payload.call }, ...lineReads(payload)],
  decide(view, payload, { command, at }) {
    if (view.get('call', payload.call)) return refuse('call_exists');
    const call = {
      id: payload.call,
      region: command.region,
      workstation: command.workstation,
      operator: command.actor,
      startedAt: at,
      endedAt: null,
      phone: payload.phone,
      phoneRaw: payload.phoneRaw,
      notes: [],
      outcome: 'open' as const,
      appeals: [],
      consultations: [],
    };
    const writes = withLine(view, call, command.region, payload);
    return { ok: true, writes, subject: { type: 'call', id: payload.call }, data: {} };
  },
});
