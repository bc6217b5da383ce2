import { z } from 'zod';
import { ApplicantId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { OPENS_PROTECTED } from './access.ts';

/** Opens a protected card for a while. Nothing changes but its history, which names who looked and why. */
export const applicantOpen = defineCommand({
  kind: 'applicant.open',
  v: 1,
  payload: z.strictObject({ applicant: ApplicantId, reason: z.string().trim().min(3).max(300) }),
  mayRun: OPENS_PROTECTED,
  refusals: ['applicant_unknown'],
  needsNumber: false,
  reads: ({ applicant }) => [{ type: 'applicant', id: applicant }],
  decide(view, { applicant, reason }) {
    if (!view.get('applicant', applicant)) return refuse('applicant_unknown');
    return { ok: true, writes: [], subject: { type: 'applicant', id: applicant }, data: { reason } };
  },
});
