import { z } from 'zod';
import {
  AMEND_FIELDS,
  type Amended,
  AmendField,
  fieldValue,
  readField,
} from '../../src-shared/appeal/fields.ts';
import { displayPhone, recognisePhone } from '../../src-shared/applicant/phone.ts';
import { FieldValue } from '../../src-shared/conflict/model.ts';

/** What every field of the card holds. */
export type CardValues = Readonly<Record<AmendField, FieldValue>>;
/** Values as they are kept; of an earlier release without the fields it did not know. */
export const KeptValues = z.partialRecord(AmendField, FieldValue);

/** What stands in the inputs: a telephone number as it was written, nothing as an empty text. */
export type CardInputs = Readonly<Record<AmendField, string | boolean>>;
/** Inputs as they are kept: what an earlier release kept lacks the fields it did not know. */
export const KeptInputs = z.partialRecord(AmendField, z.union([z.string(), z.boolean()]));

/** What was registered, field by field. */
export function cardValues(of: Amended): CardValues {
  return Object.fromEntries(AMEND_FIELDS.map((field) => [field, readField(of, field)])) as CardValues;
}

/** The inputs for values. */
export function cardInputs(values: CardValues): CardInputs {
  return Object.fromEntries(
    AMEND_FIELDS.map((field) => [field, inputOf(field, values[field])]),
  ) as CardInputs;
}

/** What an input shows of a value. */
export function inputOf(field: AmendField, value: FieldValue): string | boolean {
  if (value === null) return '';
  return field === 'applicant.phone' && typeof value === 'string' ? displayPhone(value) : value;
}

/**
 * The value that an input means.
 * @param before what it showed at first: an input nobody has touched means just that
 * @returns undefined when the field cannot hold it
 */
export function valueMeant(
  field: AmendField,
  input: string | boolean,
  before: FieldValue,
): FieldValue | undefined {
  if (input === inputOf(field, before)) return before;
  if (field !== 'applicant.phone') return fieldValue(field, input);
  return input === '' ? null : recognisePhone(String(input))?.e164;
}
