import type { i18n } from 'i18next';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { ArticleText } from '../../src-shared/knowledge/model.ts';
import type { Fact } from './fact.ts';

/** Words for the commands of the knowledge base; null for any other kind. */
export function articleFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string) => string;
  switch (kind) {
    case 'article.save': {
      const { title, body } = payload.text as ArticleText;
      return [
        { label: t('knowledge:name'), value: title },
        { label: t('knowledge:body'), value: body },
      ];
    }
    case 'article.withdraw':
    case 'article.check':
      return [];
    default:
      return null;
  }
}
