import type { ChannelsOf, OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { dictionaryForm } from '../../../src-shared/spelling/words.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { createRegionNames } from './regionNames.ts';

type SpellingChannel = Extract<ChannelsOf<'read' | 'write'>, `spelling.${string}`>;
type Handlers = {
  readonly [N in SpellingChannel]: (
    input: ParsedInputOf<N>,
  ) => Answer<OutputOf<N>> | Promise<Answer<OutputOf<N>>>;
};

const UNAVAILABLE = { code: 'spellingUnavailable', data: {} } as const;

/** Spelling by the dictionaries inside, the region's places and the words added here. */
export function spellingHandlers(parts: HandlerParts) {
  const { desk, speller } = parts;
  const { ownWord } = desk.stores.intent;
  const regionNames = createRegionNames(desk);
  const words = () => ok({ words: ownWord.all() });
  return {
    async 'spelling.check'({ words: given, languages }) {
      const asked = signedIn(parts, () => ok(new Set(ownWord.all())));
      if (!asked.ok) return asked;
      const forms = new Map(given.map((word) => [word, dictionaryForm(word)]));
      const open = [...new Set(forms.values())].filter((form) => !asked.value.has(form.toLowerCase()));
      const wrong = await speller.wrong(open, languages);
      if (wrong === null) return err(UNAVAILABLE);
      const names = wrong.some(isCapital) ? await regionNames() : null;
      const left = new Set(wrong.filter((form) => names === null || !isCapital(form) || !names.has(form)));
      return ok({ wrong: given.filter((word) => left.has(forms.get(word) ?? word)) });
    },
    async 'spelling.suggest'({ word, languages }) {
      const asked = signedIn(parts, () => ok(dictionaryForm(word)));
      if (!asked.ok) return asked;
      const suggestions = await speller.suggest(asked.value, languages);
      return suggestions === null ? err(UNAVAILABLE) : ok({ suggestions: [...suggestions] });
    },
    'spelling.words': () => signedIn(parts, words),
    'spelling.add': ({ word }) =>
      signedIn(parts, ({ operator }) => {
        ownWord.add(dictionaryForm(word).toLowerCase(), operator.id, desk.time.now());
        return words();
      }),
    'spelling.remove': ({ word }) =>
      signedIn(parts, () => {
        ownWord.remove(word);
        return words();
      }),
  } satisfies Handlers;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
