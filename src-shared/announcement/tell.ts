import { z } from 'zod';
import { AnnouncementId, CallId, ConsultationId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { checkConsultation } from '../consultation/card.ts';
import { write } from '../record/model.ts';

/**
 * A caller was told an announcement: a consultation on its topic, and one more in its count. One that was withdrawn or ran out meanwhile
 * was told all the same.
 */
export const announcementTell = defineCommand({
  kind: 'announcement.tell',
  v: 1,
  payload: z.strictObject({
    announcement: AnnouncementId,
    call: CallId,
    consultation: ConsultationId,
    topic: z.string().max(20),
    district: z.string().max(20),
    /** The words of the announcement as they were when they were told. */
    said: z.string().max(5000),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['announcement_unknown', 'call_unknown', 'consultation_exists', 'topic_required'],
  needsNumber: false,
  reads: ({ announcement, call, consultation }) => [
    { type: 'announcement', id: announcement },
    { type: 'call', id: call },
    { type: 'consultation', id: consultation },
  ],
  decide(view, payload, { command, at, day }) {
    const announcement = view.get('announcement', payload.announcement);
    if (!announcement) return refuse('announcement_unknown');
    const call = view.get('call', payload.call);
    if (!call) return refuse('call_unknown');
    const { consultation: id, topic, district, said } = payload;
    if (view.get('consultation', id)) return refuse('consultation_exists');
    const missing = checkConsultation({ topic });
    if (missing) return refuse(missing.code);
    const answered = write('consultation', {
      id,
      region: command.region,
      call: call.id,
      operator: command.actor,
      topic,
      district,
      answer: said,
      recordedAt: at,
      day,
      announcement: announcement.id,
    });
    return {
      ok: true,
      writes: [
        answered,
        write('call', { ...call, consultations: [...call.consultations, id] }),
        write('announcement', { ...announcement, told: announcement.told + 1 }),
      ],
      subject: { type: 'consultation', id },
      data: { title: announcement.title },
    };
  },
});
