import type { Applicant } from '../applicant/model.ts';
import { type RecordWrite, write } from '../record/model.ts';
import { type CardError, checkCard } from './card.ts';
import { type Amended, type AmendField, cardOf, readField, withField } from './fields.ts';
import { subjectOf } from './register.ts';

/** An appeal and its applicant as stored. */
export type Registered = Amended<Applicant>;

/** The documents that differ, with what follows from their fields: an applicant who has a name is no longer anonymous. */
export function storeAmended(before: Registered, after: Registered): RecordWrite[] {
  const writes: RecordWrite[] = [];
  const appeal = { ...after.appeal, subject: subjectOf(cardOf(after)) };
  const isNamed = subjectOf(cardOf(before)) !== appeal.subject;
  if (after.appeal !== before.appeal || isNamed) writes.push(write('appeal', appeal));
  if (after.applicant !== before.applicant) writes.push(write('applicant', after.applicant));
  return writes;
}

/**
 * The first field that the card needs and that was filled before and is not now. What the card lacked already, or lacks because it is
 * no longer urgent, is no reason to refuse a correction.
 */
export function emptiedField(
  before: Registered,
  after: Registered,
  fields: readonly AmendField[],
): CardError['field'] | undefined {
  let filled = after;
  for (const field of fields) {
    if (isEmpty(after, field) && !isEmpty(before, field))
      filled = withField(filled, field, readField(before, field));
  }
  if (filled === after) return undefined;
  const lackedAnyway = checkCard(cardOf(filled)).map(({ code }) => code);
  return checkCard(cardOf(after)).find(({ code }) => !lackedAnyway.includes(code))?.field;
}

function isEmpty(of: Registered, field: AmendField): boolean {
  const value = readField(of, field);
  return typeof value === 'string' && value.trim() === '';
}
