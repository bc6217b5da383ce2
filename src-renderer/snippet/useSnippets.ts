import { useMemo } from 'react';
import type { Snippet } from '../../src-shared/snippet/model.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useQuery } from '../useQuery.ts';

const NONE: readonly Snippet[] = [];

/** Every snippet on offer: those of the topic first, then by name. */
export function useSnippets(topic: string): readonly Snippet[] {
  const language = useLanguage();
  const { value } = useQuery('snippet.list', {}, { records: ['snippet'] });
  const snippets = value?.snippets ?? NONE;
  return useMemo(() => {
    const isOf = (snippet: Snippet) => topic !== '' && snippet.topics.includes(topic);
    return snippets.toSorted(
      (a, b) => Number(isOf(b)) - Number(isOf(a)) || a.title.localeCompare(b.title, language),
    );
  }, [snippets, topic, language]);
}
