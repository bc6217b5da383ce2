import { v7 as mint } from 'uuid';
import { z } from 'zod';
import { create } from 'zustand';
import type { Snippet } from '../../src-shared/snippet/model.ts';
import { keepUnfinished } from '../unfinished/unfinished.ts';
import { useBegun } from '../unfinished/useBegun.ts';

/** A snippet while it is written: it need not be whole. */
const WrittenSnippet = z.object({
  code: z.string(),
  title: z.string(),
  text: z.string(),
  topics: z.array(z.string()),
});
export type WrittenSnippet = z.infer<typeof WrittenSnippet>;

/** What its author has begun to write: on disk with every pause, and for its author alone. */
const EditedSnippet = z.object({
  snippet: z.string(),
  /** The version its author began from; 0 for a new one. */
  expected: z.int().nonnegative(),
  text: WrittenSnippet,
  /** The refused command this is another try of. */
  settles: z.string().nullable().default(null),
});
export type EditedSnippet = z.infer<typeof EditedSnippet>;

interface SnippetState {
  readonly text: string;
  readonly cursor: string | null;
  readonly opened: string | null;
  /** What was given up last, and by whom: its author can bring it back. */
  readonly dropped: { readonly by: string; readonly edited: EditedSnippet } | null;
}

/** What the part of the knowledge base with the snippets shows. */
export const useSnippetPage = create<SnippetState>(() => ({
  text: '',
  cursor: null,
  opened: null,
  dropped: null,
}));

const PART = 'snippet';

/** The snippet the signed-in person is writing. */
export function useEditedSnippet(): EditedSnippet | undefined {
  return useBegun(PART, EditedSnippet);
}

/** Keeps what is being written. */
export function keepSnippet(edited: EditedSnippet): void {
  keepUnfinished(edited.snippet, PART, edited);
}

/** Begins a new snippet. */
export function writeSnippet(): void {
  const text = { code: '', title: '', text: '', topics: [] };
  keepSnippet({ snippet: mint(), expected: 0, text, settles: null });
}

/** Begins the next version of a snippet. */
export function editSnippet({ id, version, code, title, text, topics }: Snippet): void {
  keepSnippet({ snippet: id, expected: version, text: { code, title, text, topics }, settles: null });
}

/** Brings a text that the centre refused into the editor, beside the one on offer. */
export function editRefusedSnippet(command: string, payload: Readonly<Record<string, unknown>>): boolean {
  const { snippet, expected, text } = payload;
  const edited = EditedSnippet.safeParse({ snippet, expected, text, settles: command });
  if (edited.success) keepSnippet(edited.data);
  return edited.success;
}

/** It is on offer. */
export function endSnippet({ snippet }: EditedSnippet): void {
  keepUnfinished(snippet, PART, null);
}

/** The author gives it up; it can be brought back while the window stands. */
export function dropSnippet(edited: EditedSnippet, by: string): void {
  endSnippet(edited);
  useSnippetPage.setState({ dropped: { by, edited } });
}

/** Brings back what was given up. */
export function takeBackSnippet(edited: EditedSnippet): void {
  keepSnippet(edited);
  useSnippetPage.setState({ dropped: null });
}
