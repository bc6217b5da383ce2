// Entry of the worker that holds the dictionaries: reading them takes half a second, a suggestion up to another, and the data
// process must answer keystrokes meanwhile.
import { parentPort } from 'node:worker_threads';
import type { Language } from '../../../src-shared/settings/model.ts';
import { type Dictionary, openDictionaries } from './dictionaries.ts';
import { suggestionsFor, wrongWords } from './judge.ts';
import type { SpellerAnswer, SpellerQuestion } from './messages.ts';

const opened = openDictionaries();
const loaded = new Map<Language, Promise<Dictionary>>();

async function dictionaryOf(language: Language): Promise<Dictionary> {
  const loading = loaded.get(language) ?? opened.then((dictionaries) => dictionaries.load(language));
  loaded.set(language, loading);
  return await loading;
}

async function answer(question: SpellerQuestion): Promise<SpellerAnswer> {
  const { id, languages } = question;
  try {
    const words =
      'check' in question
        ? await wrongWords(question.check, languages, dictionaryOf)
        : await suggestionsFor(question.suggest, languages, dictionaryOf);
    return { id, words };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (question: SpellerQuestion) => {
  void answer(question).then((given) => parentPort?.postMessage(given));
});
