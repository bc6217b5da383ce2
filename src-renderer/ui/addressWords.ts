import type { i18n } from 'i18next';
import type { Address } from '../../src-shared/applicant/model.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import type { Language } from '../../src-shared/settings/model.ts';

/** An address on one line: settlement, street, house, flat, district. */
export function addressWords(texts: i18n, address: Address): string {
  const t = texts.t as unknown as (key: string, values: Record<string, string>) => string;
  const { settlement, street, building = '', flat = '', district } = address;
  const parts = [
    settlement,
    street,
    building,
    flat === '' ? '' : t('applicant:flat.short', { flat }),
    districtName(district, texts.language as Language),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
