import { v7 as mint } from 'uuid';
import { create } from 'zustand';
import { SnippetId } from '../../src-shared/brand.ts';
import type { Snippet, SnippetText } from '../../src-shared/snippet/model.ts';

/** A snippet being written. It stays while other sections are open, and for its author alone. */
export interface EditedSnippet {
  readonly snippet: SnippetId;
  /** The version its author began from; 0 for a new one. */
  readonly expected: number;
  readonly text: SnippetText;
}

interface SnippetState {
  readonly text: string;
  readonly cursor: string | null;
  readonly opened: string | null;
  /** Author -> what they are writing. */
  readonly edited: Readonly<Record<string, EditedSnippet>>;
}

const NOTHING: SnippetText = { code: '', title: '', text: '', topics: [] };

/** What the part of the knowledge base with the snippets shows. */
export const useSnippetPage = create<SnippetState>(() => ({
  text: '',
  cursor: null,
  opened: null,
  edited: {},
}));

/** Begins a new snippet; one that its author is writing is gone back to. */
export function writeSnippet(author: string): void {
  const fresh = { snippet: SnippetId.parse(mint()), expected: 0, text: NOTHING };
  useSnippetPage.setState(({ edited }) => ({ edited: { [author]: fresh, ...edited } }));
}

/** Begins the next version of a snippet. */
export function editSnippet(author: string, { id, version, code, title, text, topics }: Snippet): void {
  const mine = { snippet: id, expected: version, text: { code, title, text, topics } };
  useSnippetPage.setState(({ edited }) => ({ edited: { ...edited, [author]: mine } }));
}

export function changeSnippet(author: string, part: Partial<SnippetText>): void {
  useSnippetPage.setState(({ edited }) => {
    const mine = edited[author];
    return mine ? { edited: { ...edited, [author]: { ...mine, text: { ...mine.text, ...part } } } } : {};
  });
}

/** The author is done with what they were writing. */
export function endSnippet(author: string): void {
  useSnippetPage.setState(({ edited: { [author]: _done, ...edited } }) => ({ edited }));
}
