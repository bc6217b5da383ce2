import { z } from 'zod';
import { CallId } from '../brand.ts';
import { type CommandTime, occurredMs, toEpochMs, toInstant } from '../clock.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { CallTimes, LineIdentity } from '../telephony/line.ts';
import { type Call, CallCode, type CallOutcome } from './model.ts';
import { lineReads, type OnLine, withLine } from './onLine.ts';

/** The call ends. What was recorded from it decides its outcome; a call that brought nothing needs a code. */
export const callFinish = defineCommand({
  kind: 'call.finish',
  v: 2,
  payload: z.strictObject({
    call: CallId,
    phone: z.string().max(20).nullable(),
    phoneRaw: z.string().max(80),
    code: CallCode.nullable(),
    line: LineIdentity.optional(),
    times: CallTimes.optional(),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown', 'call_already_finished', 'call_code_required'],
  needsNumber: false,
  reads: (payload) => [{ type: 'call', id: payload.call }, ...lineReads(payload)],
  decide(view, payload, { command, at }) {
    const call = view.get('call', payload.call);
    if (!call) return refuse('call_unknown');
    if (call.endedAt !== null) return refuse('call_already_finished');
    const outcome = outcomeOf(call, payload.code);
    if (outcome === null) return refuse('call_code_required');
    const { phone, phoneRaw } = payload;
    const finished = { ...call, endedAt: at, phone, phoneRaw, outcome };
    return {
      ok: true,
      writes: withLine(view, finished, command.region, {
        ...payload,
        times: correctedTimes(payload, command.at),
      }),
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

/**
 * The end of a talk kept by hand comes by the workstation's own clock, as everything the window writes; its correction is that of the command.
 * What the line told was stamped where the clock is known.
 */
function correctedTimes({ line, times }: OnLine, at: CommandTime): CallTimes | undefined {
  if (line !== undefined || times?.ended?.source !== 'operator') return times;
  const endedMs = toEpochMs(times.ended.at) + occurredMs(at) - at.wall;
  return { ...times, ended: { at: toInstant(endedMs), source: 'operator' } };
}
