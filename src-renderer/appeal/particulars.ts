import type { i18n } from 'i18next';
import { type AmendField, readField, SWITCHES } from '../../src-shared/appeal/fields.ts';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import { FIRST_SIGN } from '../../src-shared/catalog/classifier.ts';
import { fieldLabel, fieldWords } from '../ui/fieldWords.ts';

/** Particulars in the order of the card. The remark is not among them: it is for colleagues' screens alone, never for paper. */
const PARTICULARS: readonly AmendField[] = [
  ...(['complainedOf', 'urgentReason', 'receiptSign', 'collective'] as const),
  ...(['categories', 'socialStatus', 'answerWay', 'applicant.email', 'confidential'] as const),
];

/** What was filled in beside the substance, as labels with words. */
export function particulars(
  texts: i18n,
  { appeal, applicant }: Pick<AppealDetail, 'appeal' | 'applicant'>,
): (readonly [label: string, words: string])[] {
  const t = texts.t as unknown as (key: string) => string;
  const of = { appeal, applicant };
  const fields = PARTICULARS.filter((field) => applicant !== null || !field.startsWith('applicant.'));
  const said = fields.flatMap((field) => {
    const value = readField(of, field);
    if (value === '' || value === null || value === false || value === FIRST_SIGN) return [];
    const words = SWITCHES.includes(field) ? t('appeal:yes') : fieldWords(texts, field, value);
    return [[fieldLabel(texts, field), words] as const];
  });
  const needs = applicant?.needs ?? '';
  return needs === '' ? said : [...said, [t('applicant:needs'), needs] as const];
}
