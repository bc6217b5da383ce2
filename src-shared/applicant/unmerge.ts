import { z } from 'zod';
import { ApplicantId } from '../brand.ts';
import { type Instant, toEpochMs } from '../clock.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** For how long merged cards can be taken apart (house rule). */
export const UNMERGE_WITHIN_DAYS = 30;
const DAY_MS = 86_400_000;

/** Whether a merger is recent enough to be undone. */
export function mayUnmerge(mergedAt: Instant | undefined, now: Instant): boolean {
  return mergedAt !== undefined && toEpochMs(now) - toEpochMs(mergedAt) <= UNMERGE_WITHIN_DAYS * DAY_MS;
}

/** A merger was a mistake: the card stands for itself again, exactly as it was. */
export const applicantUnmerge = defineCommand({
  kind: 'applicant.unmerge',
  v: 1,
  payload: z.strictObject({ applicant: ApplicantId }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['applicant_unknown', 'applicant_not_merged', 'merge_too_old'],
  needsNumber: false,
  reads: ({ applicant }) => [{ type: 'applicant', id: applicant }],
  decide(view, payload, { at }) {
    const card = view.get('applicant', payload.applicant);
    if (!card) return refuse('applicant_unknown');
    const { mergedInto, mergedAt, ...own } = card;
    if (mergedInto === undefined) return refuse('applicant_not_merged');
    if (!mayUnmerge(mergedAt, at)) return refuse('merge_too_old', { days: UNMERGE_WITHIN_DAYS });
    return {
      ok: true,
      writes: [write('applicant', own)],
      subject: { type: 'applicant', id: card.id },
      data: { from: mergedInto },
    };
  },
});
