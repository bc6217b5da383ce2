import { canonicalJson } from '../command/canonical.ts';
import { type Applicant, ApplicantCard } from './model.ts';

const {
  id: _id,
  type: _type,
  surname: _surname,
  givenName: _givenName,
  patronymic: _patronymic,
  organisation: _organisation,
  phone: _phone,
  address: _address,
  ...optional
} = ApplicantCard.shape;

/** Parts of a card that may be absent. */
const OPTIONAL = new Set(Object.keys(optional));

/** Parts of an applicant's card that can be corrected, in the order of the card. */
export const APPLICANT_FIELDS = [
  'type',
  'organisation',
  'surname',
  'givenName',
  'patronymic',
  'phone',
  'phones',
  'address',
  'addresses',
  'email',
  'sex',
  'socialStatus',
  'benefits',
  'needs',
] as const;
export type ApplicantField = (typeof APPLICANT_FIELDS)[number];

/** Parts that are lists, and what makes two of their lines the same one. */
const LISTS: Readonly<Record<string, (line: Record<string, unknown>) => string>> = {
  phones: ({ phone }) => String(phone),
  addresses: ({ address }) => canonicalJson(address),
  benefits: ({ code, until }) => canonicalJson([code, until]),
};

/** A value as it is compared: nothing, an empty text and an empty list are one. */
export function plainValue(value: unknown): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === 'string' ? value.trim() : value;
}

/** Whether a field can hold a value; null takes away what may be absent. */
export function fits(field: ApplicantField, value: unknown): boolean {
  if (value === null && OPTIONAL.has(field)) return true;
  return ApplicantCard.shape[field].safeParse(value).success;
}

/** What a field holds. */
export function readPart(card: ApplicantCard, field: ApplicantField): unknown {
  return card[field] ?? null;
}

/** A card with another value in a field; what becomes empty of what may be absent is left out. */
export function withPart(card: Applicant, field: ApplicantField, value: unknown): Applicant {
  if (OPTIONAL.has(field) && plainValue(value) === null) {
    const { [field]: _emptied, ...rest } = card as unknown as Record<string, unknown>;
    return rest as unknown as Applicant;
  }
  return { ...card, [field]: value };
}

/** What becomes of a field that somebody else may have changed meanwhile; `clash` when both cannot stand. */
export type PartMerge =
  | { readonly kind: 'same' }
  | { readonly kind: 'clash' }
  | { readonly kind: 'written'; readonly value: unknown };

/**
 * Joins a change with what stands now. Of lists, what either side added or took away counts; of anything else the change
 * counts only where nobody changed it differently.
 */
export function mergePart(field: ApplicantField, base: unknown, mine: unknown, now: unknown): PartMerge {
  const key = (value: unknown) => canonicalJson(plainValue(value));
  if (key(mine) === key(now) || key(mine) === key(base)) return { kind: 'same' };
  if (key(now) === key(base)) return { kind: 'written', value: mine };
  const keyOf = LISTS[field];
  if (keyOf === undefined) return { kind: 'clash' };
  const [was, wanted, present] = [base, mine, now].map((lines) => byKey(lines, keyOf));
  if (was === undefined || wanted === undefined || present === undefined) return { kind: 'clash' };
  const joined = new Map(present);
  for (const line of was.keys()) if (!wanted.has(line)) joined.delete(line);
  for (const [line, value] of wanted) {
    const isChanged = canonicalJson(was.get(line) ?? null) !== canonicalJson(value);
    if (!present.has(line) ? !was.has(line) : isChanged) joined.set(line, value);
  }
  const value = [...joined.values()];
  return canonicalJson(value) === canonicalJson(now) ? { kind: 'same' } : { kind: 'written', value };
}

function byKey(
  lines: unknown,
  keyOf: (line: Record<string, unknown>) => string,
): Map<string, unknown> | undefined {
  if (lines === null) return new Map();
  if (!Array.isArray(lines)) return undefined;
  return new Map(lines.map((line) => [keyOf(line as Record<string, unknown>), line]));
}

/** Fields in which a card differs from another, as a correction of the other. */
export function changedParts(
  before: ApplicantCard,
  after: ApplicantCard,
): { field: ApplicantField; value: unknown; base: unknown }[] {
  return APPLICANT_FIELDS.flatMap((field) => {
    const [base, value] = [readPart(before, field), readPart(after, field)];
    return canonicalJson(plainValue(base)) === canonicalJson(plainValue(value))
      ? []
      : [{ field, value, base }];
  });
}
