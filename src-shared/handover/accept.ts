import { z } from 'zod';
import { HandoverId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/**
 * A handed card is accepted: it is the draft of whoever gives this command, at the workstation where they give it. The one who handed it may
 * take it back the same way. Where two accept it offline, the second is told; what they would record has the same ids, so nothing is doubled.
 */
export const draftAccept = defineCommand({
  kind: 'draft.accept',
  v: 1,
  payload: z.strictObject({ handover: HandoverId }),
  mayRun: ['operator', 'lead'],
  refusals: ['handover_unknown', 'handover_taken', 'handover_for_another'],
  needsNumber: false,
  reads: ({ handover }, command) => [
    { type: 'handover', id: handover },
    { type: 'operator', id: command.actor },
  ],
  decide(view, { handover: id }, { command, at }) {
    const handover = view.get('handover', id);
    if (!handover) return refuse('handover_unknown');
    const { from, to, takenBy, call } = handover;
    const { actor } = command;
    if (takenBy !== null) return refuse('handover_taken', { by: takenBy });
    const isLead = view.get('operator', actor)?.role === 'lead';
    if (to !== null && actor !== to && actor !== from && !isLead) return refuse('handover_for_another');
    return {
      ok: true,
      writes: [write('handover', { ...handover, fields: [], takenBy: actor, takenAt: at })],
      subject: { type: 'call', id: call },
      data: { from },
    };
  },
});
