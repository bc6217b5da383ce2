import type { i18n } from 'i18next';
import { displayPhone } from '../../src-shared/applicant/phone.ts';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import { partWords } from '../applicant/partWords.ts';
import { fieldLabel } from '../ui/fieldWords.ts';
import type { Fact } from './fact.ts';

/** Words for the commands about applicants and their numbers; null for any other kind. */
export function applicantFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string) => string;
  switch (kind) {
    case 'applicant.amend':
      return (payload.changes as { field: string; value: unknown }[]).map(({ field, value }) => ({
        label: fieldLabel(texts, `applicant.${field}`),
        value: partWords(texts, field, value),
      }));
    case 'applicant.open':
      return [{ label: t('applicant:open.reason'), value: String(payload.reason) }];
    case 'appeal.inquire':
      return payload.note === '' ? [] : [{ label: t('call:pad'), value: String(payload.note) }];
    case 'phone.mark':
      return [
        { label: t('applicant:phone'), value: displayPhone(String(payload.phone)) },
        { label: t('caller:mark.title'), value: t(`caller:mark.${String(payload.kind ?? 'none')}`) },
        { label: t('caller:mark.note'), value: String(payload.note) },
      ].filter(({ value }) => value !== '');
    case 'view.save':
      return [{ label: t('appeal:views'), value: String(payload.name) }];
    case 'applicant.protect':
      return [
        {
          label: t('applicant:protected'),
          value: t(payload.isProtected === true ? 'appeal:yes' : 'appeal:no'),
        },
      ];
    case 'applicant.merge':
    case 'applicant.unmerge':
      return [];
    default:
      return null;
  }
}
