import { create } from 'zustand';
import type { EditedArticle } from './edited.ts';

/** Parts of the section, in the order in which they are shown. */
export const KNOWLEDGE_PARTS = ['articles', 'announcements', 'scripts', 'snippets', 'questions'] as const;
export type KnowledgePart = (typeof KNOWLEDGE_PARTS)[number];

interface KnowledgeState {
  readonly part: KnowledgePart;
  readonly text: string;
  /** Those taken out of use are listed. */
  readonly withdrawn: boolean;
  readonly cursor: string | null;
  readonly opened: string | null;
  /** The earlier version that is read; null: the present one. */
  readonly version: number | null;
  /** The article that is being written beside the list. */
  readonly writing: string | null;
  /** What was given up last, and by whom: its author can bring it back. */
  readonly dropped: { readonly by: string; readonly edited: EditedArticle } | null;
}

/** What the section of the knowledge base shows. */
export const useKnowledge = create<KnowledgeState>(() => ({
  part: 'articles',
  text: '',
  withdrawn: false,
  cursor: null,
  opened: null,
  version: null,
  writing: null,
  dropped: null,
}));

/** Shows an article to be read. What is being written stays kept. */
export function openArticle(article: string): void {
  useKnowledge.setState({ opened: article, cursor: article, version: null, writing: null });
}
