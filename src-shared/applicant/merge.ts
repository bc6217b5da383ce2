import { z } from 'zod';
import { ApplicantId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/**
 * Two cards are one person: one of them is shown under the other. Nothing of either is rewritten, no appeal moves, so that taking
 * them apart leaves everything as it was. A circle made by two workstations without a network is one person, too (`group.ts`).
 */
export const applicantMerge = defineCommand({
  kind: 'applicant.merge',
  v: 1,
  payload: z.strictObject({ from: ApplicantId, into: ApplicantId }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['applicant_unknown', 'applicant_same', 'applicant_merged'],
  needsNumber: false,
  reads: ({ from, into }) => [
    { type: 'applicant', id: from },
    { type: 'applicant', id: into },
  ],
  decide(view, payload, { at }) {
    const from = view.get('applicant', payload.from);
    const into = view.get('applicant', payload.into);
    if (!from || !into) return refuse('applicant_unknown');
    if (from.id === into.id) return refuse('applicant_same');
    // Two people have seen the same pair: it is one person already, whichever way round.
    const isDone = from.mergedInto === into.id || into.mergedInto === from.id;
    if (!isDone && from.mergedInto !== undefined) return refuse('applicant_merged');
    return {
      ok: true,
      writes: isDone ? [] : [write('applicant', { ...from, mergedInto: into.id, mergedAt: at })],
      subject: { type: 'applicant', id: from.id },
      data: { into: into.id },
    };
  },
});
