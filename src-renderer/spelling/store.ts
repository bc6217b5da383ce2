import { create } from 'zustand';
import type { SpelledWord } from '../../src-shared/spelling/words.ts';

/** Texts that are checked: the pad, the substance of an appeal, the answer of a consultation. */
export type SpelledField = 'pad' | 'text' | 'answer';

interface SpellingState {
  /** Wrong words of each text on the screen, in order. */
  readonly wrong: Readonly<Partial<Record<SpelledField, readonly SpelledWord[]>>>;
  /** The word whose suggestions are shown. */
  readonly opened: { readonly field: SpelledField; readonly word: SpelledWord } | null;
  /** The dictionaries cannot be read. */
  readonly unavailable: boolean;
  /** Rises when a word was judged anew. */
  readonly judged: number;
}

/** What is known of the spelling of the texts on the screen. */
export const useSpelling = create<SpellingState>(() => ({
  wrong: {},
  opened: null,
  unavailable: false,
  judged: 0,
}));

const NONE: readonly SpelledWord[] = [];

/** The wrong words of one text. */
export function useWrongWords(field: SpelledField): readonly SpelledWord[] {
  return useSpelling(({ wrong }) => wrong[field] ?? NONE);
}
