import type { i18n } from 'i18next';
import type { AmendField } from '../../src-shared/appeal/fields.ts';
import { displayPhone } from '../../src-shared/applicant/phone.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { FieldValue } from '../../src-shared/conflict/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';

const LABELS: Readonly<Record<AmendField, readonly string[]>> = {
  kind: ['appeal:kind'],
  topic: ['appeal:topic'],
  text: ['appeal:text'],
  urgent: ['appeal:urgent'],
  'place.district': ['appeal:place', 'applicant:district'],
  'place.settlement': ['appeal:place', 'applicant:settlement'],
  'place.street': ['appeal:place', 'applicant:street'],
  'applicant.surname': ['applicant:surname'],
  'applicant.givenName': ['applicant:givenName'],
  'applicant.patronymic': ['applicant:patronymic'],
  'applicant.organisation': ['applicant:organisation'],
  'applicant.phone': ['applicant:phone'],
  'applicant.address.district': ['applicant:address', 'applicant:district'],
  'applicant.address.settlement': ['applicant:address', 'applicant:settlement'],
  'applicant.address.street': ['applicant:address', 'applicant:street'],
};

/** What a field of the card is called; a field only a newer version knows is called by its path. */
export function fieldLabel(texts: i18n, field: string): string {
  const t = texts.t as unknown as (key: string) => string;
  const [first, ...rest] = (LABELS as Readonly<Record<string, readonly string[]>>)[field] ?? [];
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
  if (field.endsWith('.district')) return districtName(value, language);
  return field === 'applicant.phone' ? displayPhone(value) : value;
}
