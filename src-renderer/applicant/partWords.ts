import type { i18n } from 'i18next';
import type { Address, ApplicantAddress, ApplicantPhone, Benefit } from '../../src-shared/applicant/model.ts';
import { displayPhone } from '../../src-shared/applicant/phone.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { addressWords } from '../ui/addressWords.ts';
import { formatOf } from '../ui/format.ts';

type T = (key: string, values?: Record<string, unknown>) => string;

/** A further telephone with who answers it and until when: `050 123 45 67 (мати, не пізніше 20:00)`. */
export function phoneWords(texts: i18n, { phone, answeredBy, notAfter }: ApplicantPhone): string {
  const t = texts.t as unknown as T;
  const notes = [answeredBy, notAfter === null ? '' : t('applicant:phone.notAfter', { time: notAfter })];
  const said = notes.filter((note) => note !== '').join(', ');
  return said === '' ? displayPhone(phone) : `${displayPhone(phone)} (${said})`;
}

/** A category with how long it counts and where it is known from. */
export function benefitWords(texts: i18n, { code, until, source }: Benefit): string {
  const t = texts.t as unknown as T;
  const language = texts.language as Language;
  const notes = [
    until === null ? '' : t('applicant:category.until.day', { day: formatOf(language).day(until) }),
    source,
  ].filter((note) => note !== '');
  const name = classifierName(code, language);
  return notes.length === 0 ? name : `${name} (${notes.join('; ')})`;
}

/** What a part of an applicant's card holds, in words; never empty, so that nothing looks like a fault. */
export function partWords(texts: i18n, field: string, value: unknown): string {
  const t = texts.t as unknown as T;
  const words = wordsOf(texts, field, value);
  return words === '' ? t('appeal:emptyValue') : words;
}

function wordsOf(texts: i18n, field: string, value: unknown): string {
  const t = texts.t as unknown as T;
  if (value === null) return '';
  switch (field) {
    case 'type':
      return t(`applicant:type.${String(value)}`);
    case 'phone':
      return displayPhone(String(value));
    case 'phones':
      return (value as ApplicantPhone[]).map((one) => phoneWords(texts, one)).join('; ');
    case 'address':
      return addressWords(texts, value as Address);
    case 'addresses':
      return (value as ApplicantAddress[])
        .map(({ address, note }) => [addressWords(texts, address), note].filter(Boolean).join(': '))
        .join('; ');
    case 'benefits':
      return (value as Benefit[]).map((one) => benefitWords(texts, one)).join('; ');
    case 'sex':
    case 'socialStatus':
      return classifierName(String(value), texts.language as Language);
    default:
      return String(value);
  }
}
