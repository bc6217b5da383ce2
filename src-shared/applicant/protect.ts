import { z } from 'zod';
import { ApplicantId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { OPENS_PROTECTED } from './access.ts';

/** Hides address and history of somebody who is in danger if they are known, or shows them again. */
export const applicantProtect = defineCommand({
  kind: 'applicant.protect',
  v: 1,
  payload: z.strictObject({ applicant: ApplicantId, isProtected: z.boolean() }),
  mayRun: OPENS_PROTECTED,
  refusals: ['applicant_unknown'],
  needsNumber: false,
  reads: ({ applicant }) => [{ type: 'applicant', id: applicant }],
  decide(view, { applicant, isProtected }) {
    const card = view.get('applicant', applicant);
    if (!card) return refuse('applicant_unknown');
    const { isProtected: _before, ...rest } = card;
    return {
      ok: true,
      writes: [write('applicant', isProtected ? { ...rest, isProtected } : rest)],
      subject: { type: 'applicant', id: card.id },
      data: { isProtected },
    };
  },
});
