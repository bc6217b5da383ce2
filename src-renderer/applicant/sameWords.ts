import type { i18n } from 'i18next';
import type { Sameness } from '../../src-shared/applicant/same.ts';

/** Why two cards may be of one person: `майже напевно: той самий номер, схоже ім'я`. */
export function sameWords(texts: i18n, { level, reasons }: Sameness): string {
  const t = texts.t as unknown as (key: string) => string;
  const why = reasons.map((reason) => t(`applicant:same.${reason}`)).join(', ');
  return `${t(`applicant:same.level.${level}`)}: ${why}`;
}
