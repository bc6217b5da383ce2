import { create } from 'zustand';
import type { SpelledWord } from '../../src-shared/spelling/words.ts';

interface SpellingState {
  /** Wrong words of the pad on the screen, in order. */
  readonly wrong: readonly SpelledWord[];
  /** The word whose suggestions are shown. */
  readonly opened: SpelledWord | null;
  /** The dictionaries cannot be read. */
  readonly unavailable: boolean;
  /** Rises when a word was judged anew. */
  readonly judged: number;
}

/** What is known of the spelling of the pad on the screen. */
export const useSpelling = create<SpellingState>(() => ({
  wrong: [],
  opened: null,
  unavailable: false,
  judged: 0,
}));
