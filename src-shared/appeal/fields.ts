import { z } from 'zod';
import { Address, type ApplicantCard, ApplicantCard as ApplicantShape } from '../applicant/model.ts';
import { FieldValue } from '../conflict/model.ts';
import {
  ANONYMOUS,
  AnswerWay,
  type Appeal,
  type AppealCard,
  AppealKind,
  AppealCard as CardShape,
  COLLECTIVE,
  INDIVIDUAL,
} from './model.ts';

const { settlementCode, building, flat } = Address.shape;
/** What an optional part holds: nothing is an empty text. */
const optional = (shape: z.ZodOptional<z.ZodString>) => shape.unwrap();
const CATEGORIES = /^(7\.[L\d]+(,7\.[L\d]+)*)?$/;

/**
 * Fields of a registered appeal that may be corrected, with what each may hold; paths as in `card.ts`. Number, status and assignee
 * are not among them: they have commands of their own.
 */
const shapes = {
  kind: AppealKind,
  complainedOf: optional(CardShape.shape.complainedOf),
  topic: CardShape.shape.topic,
  text: CardShape.shape.text,
  urgent: CardShape.shape.urgent,
  urgentReason: optional(CardShape.shape.urgentReason),
  'place.settlement': Address.shape.settlement,
  'place.settlementCode': optional(settlementCode),
  'place.district': Address.shape.district,
  'place.street': Address.shape.street,
  'place.building': optional(building),
  'place.flat': optional(flat),
  'applicant.surname': ApplicantShape.shape.surname,
  'applicant.givenName': ApplicantShape.shape.givenName,
  'applicant.patronymic': ApplicantShape.shape.patronymic,
  'applicant.organisation': ApplicantShape.shape.organisation,
  'applicant.phone': ApplicantShape.shape.phone,
  'applicant.address.settlement': Address.shape.settlement,
  'applicant.address.settlementCode': optional(settlementCode),
  'applicant.address.district': Address.shape.district,
  'applicant.address.street': Address.shape.street,
  'applicant.address.building': optional(building),
  'applicant.address.flat': optional(flat),
  receiptSign: z.string().min(1).max(10),
  collective: z.boolean(),
  /** Codes of the categories that counted on the day of registration, joined by commas. */
  categories: z.string().max(200).regex(CATEGORIES),
  /** Social status on the day of registration. */
  socialStatus: z.string().max(10),
  answerWay: z.union([AnswerWay, z.literal('')]),
  'applicant.email': optional(ApplicantShape.shape.email),
  confidential: z.boolean(),
  remark: optional(CardShape.shape.remark),
} as const satisfies Record<string, z.ZodType<FieldValue>>;

export type AmendField = keyof typeof shapes;

/** Every field that may be corrected, in the order of the card. */
export const AMEND_FIELDS = Object.keys(shapes) as AmendField[];
export const AmendField = z.enum(AMEND_FIELDS as [AmendField, ...AmendField[]]);

/** Fields that are switches: where nothing is stored they are off. */
export const SWITCHES: readonly AmendField[] = ['urgent', 'collective', 'confidential'];

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

/** What a field holds now; one of the applicant is empty where the card is not known. */
export function readField(
  { appeal, applicant }: Pick<Amended, 'appeal'> & { readonly applicant: ApplicantCard | null },
  field: AmendField,
): FieldValue {
  if (field === 'collective') return appeal.subject === COLLECTIVE;
  if (field === 'categories') return (appeal.categories ?? []).join(',');
  return readPath({ ...appeal, applicant }, field);
}

/** What stands at a path of a document; a part that was never filled in is empty. */
export function readPath(of: object, field: AmendField): FieldValue {
  let value: unknown = of;
  for (const key of field.split('.')) value = (value as Record<string, unknown> | null)?.[key];
  return FieldValue.parse(value ?? (value === null ? null : SWITCHES.includes(field) ? false : ''));
}

/** The documents with another value in a field; those given stay as they are. */
export function withField<A extends ApplicantCard>(
  of: Amended<A>,
  field: AmendField,
  value: FieldValue,
): Amended<A> {
  const path = field.split('.');
  if (path[0] === 'applicant') return { ...of, applicant: withPath(of.applicant, path.slice(1), value) };
  if (field === 'collective')
    return { ...of, appeal: { ...of.appeal, subject: value === true ? COLLECTIVE : INDIVIDUAL } };
  const stored = field === 'categories' ? String(value).split(',').filter(Boolean) : value;
  return { ...of, appeal: withPath(of.appeal, path, stored) };
}

/** Parts that are left out of a document rather than stored empty, as a card leaves them out that was never filled there. */
const OPTIONAL = [
  ...['complainedOf', 'urgentReason', 'settlementCode', 'building', 'flat', 'categories', 'socialStatus'],
  ...['answerWay', 'email', 'confidential', 'remark', 'collective'],
];

/** A document with another value at a path. */
export function withPath<T extends object>(
  doc: T,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): T {
  if (rest.length > 0)
    return { ...doc, [key]: withPath((doc as Record<string, object>)[key] ?? {}, rest, value) };
  const isEmpty = value === '' || value === false || (Array.isArray(value) && value.length === 0);
  if (!isEmpty || !OPTIONAL.includes(key)) return { ...doc, [key]: value };
  const { [key]: _emptied, ...others } = doc as Record<string, unknown>;
  return others as T;
}

/** What was registered, as the card it was filled in on. */
export function cardOf({ appeal, applicant }: Amended): AppealCard {
  const { kind, topic, place, text, urgent } = appeal;
  const [collective, anonymous] = [appeal.subject === COLLECTIVE, appeal.subject === ANONYMOUS];
  return { kind, topic, place, text, urgent, applicant, collective, anonymous };
}
