import { z } from 'zod';
import { AppealId, CallId, ConsultationId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/**
 * A caller asked how a registered appeal stands and was told at once. Counted as a consultation on its topic
 * (docs/decisions/0021), and a line of the appeal's history.
 */
export const appealInquire = defineCommand({
  kind: 'appeal.inquire',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    call: CallId,
    consultation: ConsultationId,
    /** What the caller said and was told. */
    note: z.string().max(20_000),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['appeal_unknown', 'call_unknown', 'consultation_exists'],
  needsNumber: false,
  reads: ({ appeal, call, consultation }) => [
    { type: 'appeal', id: appeal },
    { type: 'call', id: call },
    { type: 'consultation', id: consultation },
  ],
  decide(view, payload, { command, at, day }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const call = view.get('call', payload.call);
    if (!call) return refuse('call_unknown');
    const { consultation: id, note } = payload;
    if (view.get('consultation', id)) return refuse('consultation_exists');
    const { topic, place } = appeal;
    const answered = write('consultation', {
      id,
      region: command.region,
      call: call.id,
      operator: command.actor,
      topic,
      district: place.district,
      answer: note,
      recordedAt: at,
      day,
      about: appeal.id,
    });
    return {
      ok: true,
      writes: [answered, write('call', { ...call, consultations: [...call.consultations, id] })],
      subject: { type: 'appeal', id: appeal.id },
      data: { number: appeal.number, note: note.slice(0, 500) },
    };
  },
});
