import { z } from 'zod';
import { CallId, HandoverId, OperatorId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { HandedField } from './model.ts';

/** An unfinished card is handed to a colleague, or to the shift. */
export const draftHand = defineCommand({
  kind: 'draft.hand',
  v: 1,
  payload: z.strictObject({
    handover: HandoverId,
    call: CallId,
    startedAt: Instant,
    phoneRaw: z.string().max(80),
    to: OperatorId.nullable(),
    fields: z.array(HandedField).min(1).max(20),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['handover_exists', 'assignee_unknown'],
  needsNumber: false,
  reads: ({ handover, to }) => [
    { type: 'handover', id: handover },
    ...(to === null ? [] : [{ type: 'operator', id: to } as const]),
  ],
  decide(view, { handover: id, call, startedAt, phoneRaw, to, fields }, { command, at }) {
    if (view.get('handover', id)) return refuse('handover_exists');
    if (to !== null && view.get('operator', to)?.active !== true) return refuse('assignee_unknown');
    const handover = write('handover', {
      id,
      region: command.region,
      call,
      startedAt,
      phoneRaw,
      from: command.actor,
      workstation: command.workstation,
      handedAt: at,
      to,
      fields,
      takenBy: null,
      takenAt: null,
    });
    return { ok: true, writes: [handover], subject: { type: 'call', id: call }, data: { to } };
  },
});
