import { z } from 'zod';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { BreakReason, DutyState } from './model.ts';

/**
 * An operator does something else from now on. One that arrives after a later change, from a workstation that was cut off, stays in the
 * history and does not turn the present state back.
 */
export const dutyChange = defineCommand({
  kind: 'duty.change',
  v: 1,
  payload: z.strictObject({ state: DutyState, reason: BreakReason.nullable() }),
  mayRun: ['operator', 'lead'],
  refusals: ['duty_reason_required'],
  needsNumber: false,
  reads: (_payload, command) => [{ type: 'duty', id: command.actor }],
  decide(view, { state, reason }, { command, at }) {
    if ((state === 'break') !== (reason !== null)) return refuse('duty_reason_required');
    const before = view.get('duty', command.actor);
    const isLate = before !== undefined && before.since > at;
    const duty = write('duty', {
      id: command.actor,
      region: command.region,
      state,
      reason,
      since: at,
      workstation: command.workstation,
      extensions: 0,
    });
    return {
      ok: true,
      writes: isLate ? [] : [duty],
      subject: { type: 'duty', id: command.actor },
      data: { state, reason },
    };
  },
});
