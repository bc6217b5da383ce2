import { ArticleId } from '../../src-shared/brand.ts';
import type { ArticleWithPast } from '../../src-shared/knowledge/queries.ts';
import { useQuery } from '../useQuery.ts';

/** An article as it stands now, with its past; null while it is not known, and for one that is not published yet. */
export function useArticle(id: string | null): ArticleWithPast | null {
  const article = ArticleId.safeParse(id).data;
  const { value } = useQuery('knowledge.get', article === undefined ? null : { article }, {
    records: ['article', 'consultation'],
  });
  return value?.article.id === id ? (value ?? null) : null;
}
