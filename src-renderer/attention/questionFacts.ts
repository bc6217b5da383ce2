import type { i18n } from 'i18next';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import type { Fact } from './fact.ts';

/** Words for questions the knowledge base does not answer; null for any other kind. */
export function questionFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string) => string;
  const language = texts.language as Language;
  switch (kind) {
    case 'question.ask':
      return [
        { label: t('question:text'), value: String(payload.text) },
        { label: t('consultation:topic'), value: topicName(String(payload.topic), language) },
        { label: t('consultation:district'), value: districtName(String(payload.district), language) },
      ].filter(({ value }) => value !== '');
    case 'question.close':
      return [
        {
          label: t('question:decision'),
          value: t(payload.article === null ? 'question:state.dismissed' : 'question:state.answered'),
        },
      ];
    default:
      return null;
  }
}
