import { z } from 'zod';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { ExtensionReason } from './model.ts';

/** Two more minutes after a call or on a break, with the reason. */
export const dutyExtend = defineCommand({
  kind: 'duty.extend',
  v: 1,
  payload: z.strictObject({ reason: ExtensionReason }),
  mayRun: ['operator', 'lead'],
  refusals: ['duty_not_limited'],
  needsNumber: false,
  reads: (_payload, command) => [{ type: 'duty', id: command.actor }],
  decide(view, { reason }, { command }) {
    const duty = view.get('duty', command.actor);
    if (duty?.state !== 'wrapUp' && duty?.state !== 'break') return refuse('duty_not_limited');
    return {
      ok: true,
      writes: [write('duty', { ...duty, extensions: duty.extensions + 1 })],
      subject: { type: 'duty', id: duty.id },
      data: { state: duty.state, reason },
    };
  },
});
