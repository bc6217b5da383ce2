import { z } from 'zod';
import { AmendField, fieldValue, readField, withField } from '../appeal/fields.ts';
import { emptiedField, storeAmended } from '../appeal/storeAmended.ts';
import { AppealId, ApplicantId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { type Conflict, ConflictChoice, FieldValue } from './model.ts';

/**
 * A person looked at both values of a field and chose one, or wrote a third. Compares with what they saw: a conflict that somebody
 * else has ended, or a field that has another value by now, is not decided unseen.
 */
export const conflictResolve = defineCommand({
  kind: 'conflict.resolve',
  v: 1,
  payload: z.strictObject({
    conflict: z.string().min(1).max(160),
    appeal: AppealId,
    applicant: ApplicantId,
    choice: ConflictChoice,
    /** What the field is to hold. */
    value: FieldValue,
    /** What the field held on the screen. */
    expected: FieldValue,
  }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['conflict_unknown', 'conflict_resolved', 'value_changed', 'value_invalid', 'card_incomplete'],
  needsNumber: false,
  reads: (payload) => [
    { type: 'conflict', id: payload.conflict },
    { type: 'appeal', id: payload.appeal },
    { type: 'applicant', id: payload.applicant },
  ],
  decide(view, payload, { command, at }) {
    const conflict = view.get('conflict', payload.conflict);
    const appeal = view.get('appeal', payload.appeal);
    const applicant = view.get('applicant', payload.applicant);
    const field = AmendField.safeParse(conflict?.field).data;
    if (!conflict || !appeal || !applicant || field === undefined) return refuse('conflict_unknown');
    if (conflict.appeal !== appeal.id || appeal.applicant !== applicant.id) return refuse('conflict_unknown');
    const role = view.get('operator', command.actor)?.role ?? '';
    if (role === 'operator' && conflict.author !== command.actor)
      return refuse('not_permitted', { role, kind: command.kind });
    const { number } = appeal;
    if (conflict.state === 'resolved')
      return refuse('conflict_resolved', { number, by: conflict.resolvedBy, at: conflict.resolvedAt });
    const before = { appeal, applicant };
    const was = readField(before, field);
    const value = fieldValue(field, payload.value);
    if (value === undefined) return refuse('value_invalid', { number, field });
    if (was !== payload.expected || !isChosen(conflict, payload.choice, value, was))
      return refuse('value_changed', { number, field });
    const after = value === was ? before : withField(before, field, value);
    const emptied = emptiedField(before, after, [field]);
    if (emptied !== undefined) return refuse('card_incomplete', { field: emptied });
    const resolved: Conflict = {
      ...conflict,
      state: 'resolved',
      choice: payload.choice,
      resolvedBy: command.actor,
      resolvedAt: at,
    };
    const { choice } = payload;
    return {
      ok: true,
      writes: [...storeAmended(before, after), write('conflict', resolved)],
      subject: { type: 'appeal', id: appeal.id },
      data: {
        number,
        fields: field,
        choice,
        author: conflict.author,
        assignee: appeal.assignee,
        [`was.${field}`]: was,
        [`now.${field}`]: value,
        [`mine.${field}`]: conflict.mine,
      },
    };
  },
});

/** Whether the value is the one its choice names: an edit that joined the conflict later was not on the screen. */
function isChosen(conflict: Conflict, choice: ConflictChoice, value: FieldValue, was: FieldValue): boolean {
  if (choice === 'server') return value === was;
  return choice === 'other' || value === conflict.mine;
}
