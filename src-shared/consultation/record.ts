import { z } from 'zod';
import { ArticleId, CallId, ConsultationId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { checkConsultation } from './card.ts';

/** A question of the call was answered at once. */
export const consultationRecord = defineCommand({
  kind: 'consultation.record',
  v: 3,
  payload: z.strictObject({
    consultation: ConsultationId,
    call: CallId,
    topic: z.string().max(20),
    district: z.string().max(20),
    answer: z.string().max(20_000),
    /** Id of the body the caller was sent to with what is not for this centre. */
    notOurs: z.string().min(1).max(60).optional(),
    article: ArticleId.optional(),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown', 'consultation_exists', 'topic_required'],
  needsNumber: false,
  reads: (payload) => [
    { type: 'call', id: payload.call },
    { type: 'consultation', id: payload.consultation },
  ],
  decide(view, payload, { command, at, day }) {
    const call = view.get('call', payload.call);
    if (!call) return refuse('call_unknown');
    if (view.get('consultation', payload.consultation)) return refuse('consultation_exists');
    const missing = checkConsultation(payload);
    if (missing) return refuse(missing.code);
    const { consultation: id, topic, district, answer, notOurs, article } = payload;
    const consultation = write('consultation', {
      id,
      region: command.region,
      call: call.id,
      operator: command.actor,
      topic,
      district,
      answer,
      recordedAt: at,
      day,
      ...(notOurs === undefined ? {} : { notOurs }),
      ...(article === undefined ? {} : { article }),
    });
    const linked = write('call', { ...call, consultations: [...call.consultations, id] });
    return {
      ok: true,
      writes: [consultation, linked],
      subject: { type: 'consultation', id },
      data: { topic },
    };
  },
});
