import type { i18n } from 'i18next';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { SnippetText } from '../../src-shared/snippet/model.ts';
import type { Tag } from '../../src-shared/tag/model.ts';
import type { Fact } from './fact.ts';

/** Words for snippets and for the tags of a call; null for any other kind. */
export function noteFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string) => string;
  switch (kind) {
    case 'snippet.save': {
      const { code, title, text } = payload.text as SnippetText;
      return [
        { label: t('snippet:code'), value: code },
        { label: t('snippet:name'), value: title },
        { label: t('snippet:text'), value: text },
      ];
    }
    case 'call.tag':
      return [
        {
          label: t('tag:title'),
          value: (payload.tags as Tag[]).map((tag) => t(`tag:of.${tag}`)).join(', '),
        },
      ];
    default:
      return null;
  }
}
