import type { i18n } from 'i18next';
import { type ApplicantCard, applicantName } from '../../src-shared/applicant/model.ts';
import { displayPhone } from '../../src-shared/applicant/phone.ts';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Problem } from '../../src-shared/problem/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { addressWords } from '../ui/addressWords.ts';
import type { Fact } from './fact.ts';

/** Words for the commands about shared problems and those who join an appeal; null for any other kind. */
export function problemFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string) => string;
  switch (kind) {
    case 'problem.open':
      return [
        { label: t('massProblem:name'), value: String(payload.title) },
        { label: t('appeal:topic'), value: topicName(String(payload.topic), texts.language as Language) },
        { label: t('appeal:place'), value: addressWords(texts, payload.place as Problem['place']) },
      ].filter(({ value }) => value !== '');
    case 'problem.attach':
    case 'pair.settle':
      return [];
    case 'problem.end':
      return [{ label: t('massProblem:answer'), value: String(payload.answer) }];
    case 'appeal.join': {
      const card = payload.applicant as ApplicantCard;
      return [
        { label: t('applicant:title'), value: applicantName(card) },
        { label: t('applicant:phone'), value: card.phone === null ? '' : displayPhone(card.phone) },
        { label: t('applicant:address'), value: addressWords(texts, card.address) },
      ].filter(({ value }) => value !== '');
    }
    default:
      return null;
  }
}
