import { z } from 'zod';
import { PhoneNumber } from '../applicant/model.ts';
import { PhoneMarkId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { PhoneMarkKind } from './model.ts';

/** Marks a number as belonging to nobody in particular, or takes the mark away. What was said later counts. */
export const phoneMark = defineCommand({
  kind: 'phone.mark',
  v: 1,
  payload: z.strictObject({
    mark: PhoneMarkId,
    phone: PhoneNumber,
    kind: PhoneMarkKind.nullable(),
    note: z.string().trim().max(200),
  }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['phone_mark_mismatch'],
  needsNumber: false,
  reads: ({ mark }) => [{ type: 'phoneMark', id: mark }],
  decide(view, { mark: id, phone, kind, note }, { command, at }) {
    const before = view.get('phoneMark', id);
    if (before !== undefined && before.phone !== phone) return refuse('phone_mark_mismatch');
    // A later word is not undone by an earlier one that travelled longer.
    const isStale = before !== undefined && before.at > at;
    const after = { id, region: command.region, phone, kind, note, at, by: command.actor };
    return {
      ok: true,
      writes: [write('phoneMark', isStale ? before : after)],
      subject: { type: 'phoneMark', id },
      data: { kind },
    };
  },
});
