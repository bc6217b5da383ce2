import type { i18n } from 'i18next';
import type { Area } from '../../src-shared/announcement/model.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import type { Language } from '../../src-shared/settings/model.ts';

/** A place of an announcement on one line: settlement, streets; the district where there is no settlement. */
export function areaWords(texts: i18n, { district, settlement, streets }: Area): string {
  const place = settlement || districtName(district, texts.language as Language);
  return streets.length === 0 ? place : `${place}: ${streets.join('; ')}`;
}

/** All places of an announcement; without any it is the whole region. */
export function areasWords(texts: i18n, areas: readonly Area[]): string {
  const t = texts.t as unknown as (key: string) => string;
  if (areas.length === 0) return t('announcement:everywhere');
  return areas.map((area) => areaWords(texts, area)).join(' · ');
}
