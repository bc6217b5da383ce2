import { v7 as mint } from 'uuid';
import { create } from 'zustand';
import { ArticleId } from '../../src-shared/brand.ts';
import type { Article, ArticleText } from '../../src-shared/knowledge/model.ts';

/** An article being written. It stays while other sections are open. */
export interface EditedArticle {
  readonly article: ArticleId;
  /** The version its author began from; 0 for a new one. */
  readonly expected: number;
  readonly text: ArticleText;
}

interface KnowledgeState {
  readonly text: string;
  readonly cursor: string | null;
  readonly opened: string | null;
  readonly edited: EditedArticle | null;
}

const NOTHING: ArticleText = {
  title: '',
  body: '',
  topics: [],
  districts: [],
  validFrom: null,
  validUntil: null,
};

/** What the section of the knowledge base shows. */
export const useKnowledge = create<KnowledgeState>(() => ({
  text: '',
  cursor: null,
  opened: null,
  edited: null,
}));

/** Begins a new article; one that is being written is gone back to. */
export function writeArticle(): void {
  useKnowledge.setState(({ edited }) => ({
    edited: edited ?? { article: ArticleId.parse(mint()), expected: 0, text: NOTHING },
  }));
}

/** Begins the next version of an article. */
export function editArticle(article: Article): void {
  const { id, version, title, body, topics, districts, validFrom, validUntil } = article;
  const text = { title, body, topics, districts, validFrom, validUntil };
  useKnowledge.setState({ edited: { article: id, expected: version, text } });
}

export function changeText(part: Partial<ArticleText>): void {
  useKnowledge.setState(({ edited }) =>
    edited === null ? {} : { edited: { ...edited, text: { ...edited.text, ...part } } },
  );
}
