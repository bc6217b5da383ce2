import { z } from 'zod';
import { ApplicantId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { APPLICANT_FIELDS, fits, mergePart, readPart, withPart } from './fields.ts';
import { phonesOf } from './group.ts';
import { applicantName } from './model.ts';

const Change = z
  .strictObject({ field: z.enum(APPLICANT_FIELDS), value: z.json() })
  .refine(({ field, value }) => fits(field, value), { message: 'not of this field' });

/**
 * Corrects a card part by part. The envelope's `base` says what the author saw in each. Lists are joined with what somebody else
 * added; a part that somebody else changed differently is refused, and the whole change waits with its author.
 */
export const applicantAmend = defineCommand({
  kind: 'applicant.amend',
  v: 1,
  payload: z.strictObject({
    applicant: ApplicantId,
    changes: z
      .array(Change)
      .min(1)
      .max(APPLICANT_FIELDS.length)
      .refine((changes) => new Set(changes.map(({ field }) => field)).size === changes.length, {
        message: 'a field stands twice',
      }),
  }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['applicant_unknown', 'base_missing', 'applicant_changed', 'applicant_emptied'],
  needsNumber: false,
  reads: ({ applicant }) => [{ type: 'applicant', id: applicant }],
  decide(view, payload, { command }) {
    const before = view.get('applicant', payload.applicant);
    if (!before) return refuse('applicant_unknown');
    const bases = new Map(command.base?.map(({ field, value }) => [field, value]));
    let after = before;
    const fields: string[] = [];
    for (const { field, value } of payload.changes) {
      if (!bases.has(field)) return refuse('base_missing', { field });
      const merged = mergePart(field, bases.get(field), value, readPart(before, field));
      if (merged.kind === 'clash') return refuse('applicant_changed', { field: `applicant.${field}` });
      if (merged.kind === 'same') continue;
      // Joined lists can outgrow what a card holds.
      if (!fits(field, merged.value)) return refuse('applicant_changed', { field: `applicant.${field}` });
      after = withPart(after, field, merged.value);
      fields.push(`applicant.${field}`);
    }
    if (isSomebody(before) && !isSomebody(after)) return refuse('applicant_emptied');
    return {
      ok: true,
      writes: [write('applicant', after)],
      subject: { type: 'applicant', id: before.id },
      data: { fields: fields.join(',') },
    };
  },
});

/** Who has neither a name nor a telephone is nobody. */
function isSomebody(card: Parameters<typeof phonesOf>[0] & Parameters<typeof applicantName>[0]): boolean {
  return applicantName(card) !== '' || phonesOf(card).length > 0;
}
