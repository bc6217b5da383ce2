import { z } from 'zod';
import { Address, type ApplicantCard, ApplicantCard as ApplicantShape } from '../applicant/model.ts';
import { FieldValue } from '../conflict/model.ts';
import {
  ANONYMOUS,
  type Appeal,
  type AppealCard,
  AppealKind,
  AppealCard as CardShape,
  COLLECTIVE,
} from './model.ts';

/**
 * Fields of a registered appeal that may be corrected, with what each may hold; paths as in `card.ts`. Number, status and assignee
 * are not among them: they have commands of their own.
 */
const shapes = {
  kind: AppealKind,
  topic: CardShape.shape.topic,
  text: CardShape.shape.text,
  urgent: CardShape.shape.urgent,
  'place.district': Address.shape.district,
  'place.settlement': Address.shape.settlement,
  'place.street': Address.shape.street,
  'applicant.surname': ApplicantShape.shape.surname,
  'applicant.givenName': ApplicantShape.shape.givenName,
  'applicant.patronymic': ApplicantShape.shape.patronymic,
  'applicant.organisation': ApplicantShape.shape.organisation,
  'applicant.phone': ApplicantShape.shape.phone,
  'applicant.address.district': Address.shape.district,
  'applicant.address.settlement': Address.shape.settlement,
  'applicant.address.street': Address.shape.street,
} as const satisfies Record<string, z.ZodType<FieldValue>>;

export type AmendField = keyof typeof shapes;

/** Every field that may be corrected, in the order of the card. */
export const AMEND_FIELDS = Object.keys(shapes) as AmendField[];
export const AmendField = z.enum(AMEND_FIELDS as [AmendField, ...AmendField[]]);

/** A value as the field stores it, spaces around it taken away; undefined when the field cannot hold it. */
export function fieldValue(field: AmendField, value: unknown): FieldValue | undefined {
  const parsed = shapes[field].safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The two documents whose fields these are. */
export interface Amended<A extends ApplicantCard = ApplicantCard> {
  readonly appeal: Appeal;
  readonly applicant: A;
}

/** What a field holds now. */
export function readField({ appeal, applicant }: Amended, field: AmendField): FieldValue {
  let value: unknown = { ...appeal, applicant };
  for (const key of field.split('.')) value = (value as Record<string, unknown>)[key];
  return FieldValue.parse(value);
}

/** The documents with another value in a field; those given stay as they are. */
export function withField<A extends ApplicantCard>(
  of: Amended<A>,
  field: AmendField,
  value: FieldValue,
): Amended<A> {
  const path = field.split('.');
  return path[0] === 'applicant'
    ? { ...of, applicant: put(of.applicant, path.slice(1), value) }
    : { ...of, appeal: put(of.appeal, path, value) };
}

function put<T extends object>(doc: T, [key = '', ...rest]: readonly string[], value: FieldValue): T {
  if (rest.length === 0) return { ...doc, [key]: value };
  return { ...doc, [key]: put((doc as Record<string, object>)[key] ?? {}, rest, value) };
}

/** What was registered, as the card it was filled in on. */
export function cardOf({ appeal, applicant }: Amended): AppealCard {
  const { kind, topic, place, text, urgent } = appeal;
  const [collective, anonymous] = [appeal.subject === COLLECTIVE, appeal.subject === ANONYMOUS];
  return { kind, topic, place, text, urgent, applicant, collective, anonymous };
}
