import type { i18n } from 'i18next';
import type { AmendField } from '../../src-shared/appeal/fields.ts';
import { displayPhone } from '../../src-shared/applicant/phone.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { FieldValue } from '../../src-shared/conflict/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';

const ADDRESS = ['settlement', 'settlementCode', 'district', 'street', 'building', 'flat'] as const;

type AddressLabels<P extends string> = Readonly<
  Record<`${P}.${(typeof ADDRESS)[number]}`, readonly string[]>
>;

function addressLabels<P extends string>(path: P, label: string): AddressLabels<P> {
  const labels: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
    ADDRESS.map((part) => [`${path}.${part}`, [label, `applicant:${part}`]]),
  );
  return labels as AddressLabels<P>;
}

const LABELS: Readonly<Record<AmendField, readonly string[]>> = {
  kind: ['appeal:kind'],
  complainedOf: ['appeal:complainedOf'],
  topic: ['appeal:topic'],
  text: ['appeal:text'],
  urgent: ['appeal:urgent'],
  urgentReason: ['appeal:urgentReason'],
  ...addressLabels('place', 'appeal:place'),
  'applicant.surname': ['applicant:surname'],
  'applicant.givenName': ['applicant:givenName'],
  'applicant.patronymic': ['applicant:patronymic'],
  'applicant.organisation': ['applicant:organisation'],
  'applicant.phone': ['applicant:phone'],
  'applicant.email': ['applicant:email'],
  ...addressLabels('applicant.address', 'applicant:address'),
  receiptSign: ['appeal:receiptSign'],
  collective: ['appeal:collective'],
  categories: ['applicant:category'],
  socialStatus: ['applicant:socialStatus'],
  answerWay: ['appeal:answerWay'],
  confidential: ['appeal:confidential'],
  remark: ['appeal:remark'],
};

/** Whole parts of an applicant's card, as `applicant.amend` names them. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'applicant.type': ['applicant:type'],
  'applicant.phones': ['applicant:phones'],
  'applicant.address': ['applicant:address'],
  'applicant.addresses': ['applicant:addresses'],
  'applicant.sex': ['applicant:sex'],
  'applicant.socialStatus': ['applicant:socialStatus'],
  'applicant.benefits': ['applicant:category'],
  'applicant.needs': ['applicant:needs'],
};

/** What a field of the card is called; a field only a newer version knows is called by its path. */
export function fieldLabel(texts: i18n, field: string): string {
  const t = texts.t as unknown as (key: string) => string;
  const labels: Readonly<Record<string, readonly string[]>> = LABELS;
  const [first, ...rest] = labels[field] ?? PARTS[field] ?? [];
  if (first === undefined) return field;
  return [t(first), ...rest.map((key) => t(key).toLowerCase())].join(': ');
}

/** Several fields, in the order given: `Тема, Телефон`. */
export function fieldLabels(texts: i18n, fields: readonly string[]): string {
  return fields.map((field) => fieldLabel(texts, field)).join(', ');
}

/** What a field holds, in words; never empty, so that nothing looks like a fault. */
export function fieldWords(texts: i18n, field: string, value: FieldValue): string {
  const t = texts.t as unknown as (key: string) => string;
  const language = texts.language as Language;
  if (typeof value === 'boolean') return t(value ? 'appeal:yes' : 'appeal:no');
  if (value === null || value === '') return t('appeal:emptyValue');
  if (field === 'kind') return t(`appeal:kind.${value}`);
  if (field === 'topic') return topicName(value, language);
  if (field === 'answerWay') return t(`appeal:answerWay.${value}`);
  if (field === 'complainedOf') return authorityName(value, language);
  if (['receiptSign', 'socialStatus', 'categories'].includes(field)) return codeNames(value, language);
  if (field.endsWith('.district')) return districtName(value, language);
  return field === 'applicant.phone' ? displayPhone(value) : value;
}

/** Codes of the classifier joined by commas, by their names. */
function codeNames(codes: string, language: Language): string {
  return codes
    .split(',')
    .map((code) => classifierName(code, language))
    .join(', ');
}
