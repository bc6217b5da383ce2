import { v7 as mint } from 'uuid';
import { create } from 'zustand';
import { ArticleId } from '../../src-shared/brand.ts';
import type { Article, ArticleText } from '../../src-shared/knowledge/model.ts';

/** An article being written. It stays while other sections are open, and for its author alone: the next lead at this workstation never sees it. */
export interface EditedArticle {
  readonly article: ArticleId;
  /** The version its author began from; 0 for a new one. */
  readonly expected: number;
  readonly text: ArticleText;
}

/** Parts of the section, in the order in which they are shown. */
export const KNOWLEDGE_PARTS = ['articles', 'announcements', 'scripts'] as const;
export type KnowledgePart = (typeof KNOWLEDGE_PARTS)[number];

interface KnowledgeState {
  readonly part: KnowledgePart;
  readonly text: string;
  readonly cursor: string | null;
  readonly opened: string | null;
  /** Author -> what they are writing. */
  readonly edited: Readonly<Record<string, EditedArticle>>;
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
  part: 'articles',
  text: '',
  cursor: null,
  opened: null,
  edited: {},
}));

/** Begins a new article; one that its author is writing is gone back to. */
export function writeArticle(author: string): void {
  const fresh = { article: ArticleId.parse(mint()), expected: 0, text: NOTHING };
  useKnowledge.setState(({ edited }) => ({ edited: { [author]: fresh, ...edited } }));
}

/** Begins the next version of an article. */
export function editArticle(author: string, article: Article): void {
  const { id, version, title, body, topics, districts, validFrom, validUntil } = article;
  const text = { title, body, topics, districts, validFrom, validUntil };
  useKnowledge.setState(({ edited }) => ({
    edited: { ...edited, [author]: { article: id, expected: version, text } },
  }));
}

export function changeText(author: string, part: Partial<ArticleText>): void {
  useKnowledge.setState(({ edited }) => {
    const mine = edited[author];
    return mine ? { edited: { ...edited, [author]: { ...mine, text: { ...mine.text, ...part } } } } : {};
  });
}

/** The author is done with what they were writing. */
export function endWriting(author: string): void {
  useKnowledge.setState(({ edited: { [author]: _done, ...edited } }) => ({ edited }));
}
