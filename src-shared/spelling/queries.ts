import { z } from 'zod';
import { Language } from '../settings/model.ts';

const Word = z.string().min(1).max(200);
/** Languages whose dictionaries count: a word right in one of them is right. */
const Languages = z.array(Language).min(1).max(3);

/** spelling.check: which of these words no chosen dictionary, no name of the directory and no word added here explains. */
export const SpellingCheckInput = z.strictObject({ words: z.array(Word).max(2000), languages: Languages });
export const SpellingCheckOutput = z.strictObject({ wrong: z.array(Word) });

/** spelling.suggest: what the word may have been meant to be, the likeliest first. */
export const SpellingSuggestInput = z.strictObject({ word: Word, languages: Languages });
export const SpellingSuggestOutput = z.strictObject({ suggestions: z.array(z.string()) });

/** Words somebody added on this workstation, in order of the alphabet. */
export const SpellingWordsOutput = z.strictObject({ words: z.array(Word) });
export const SpellingWord = z.strictObject({ word: Word });
