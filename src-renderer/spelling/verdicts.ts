import type { Language } from '../../src-shared/settings/model.ts';
import { call } from '../ipc.ts';
import { useSpelling } from './store.ts';

/** Words judged so far, right or wrong, in the languages of `judgedIn`. */
const verdicts = new Map<string, boolean>();
let judgedIn = '';
const asking = new Set<string>();

/** More are forgotten: a shift writes fewer. */
const MOST_WORDS = 20_000;
/** Words asked at once; the rest follow with the next question. */
const MOST_ASKED = 500;

/** Whether a word is known to be wrong; false while nobody has said. */
export function isWrong(word: string): boolean {
  return verdicts.get(word) === false;
}

/** Everything is asked anew: other languages, or a word that was taken out of the dictionary. */
export function forgetVerdicts(): void {
  verdicts.clear();
  useSpelling.setState(({ judged }) => ({ judged: judged + 1, unavailable: false }));
}

/** A word that was added here. */
export function markRight(word: string): void {
  // In every way of writing its capitals.
  for (const known of verdicts.keys()) if (known.toLowerCase() === word.toLowerCase()) verdicts.delete(known);
  verdicts.set(word, true);
  useSpelling.setState(({ judged }) => ({ judged: judged + 1 }));
}

/** Has the words judged that nobody has judged yet. */
export async function judge(words: readonly string[], languages: readonly Language[]): Promise<void> {
  const among = languages.join();
  if (among !== judgedIn) {
    judgedIn = among;
    verdicts.clear();
  }
  const open = [...new Set(words)]
    .filter((word) => !verdicts.has(word) && !asking.has(word))
    .slice(0, MOST_ASKED);
  if (open.length === 0) return;
  for (const word of open) asking.add(word);
  const answer = await call('spelling.check', { words: open, languages: [...languages] });
  for (const word of open) asking.delete(word);
  if (judgedIn !== among) {
    // Meanwhile other languages count: these words are to be asked again.
    forgetVerdicts();
    return;
  }
  if (!answer.ok) {
    useSpelling.setState({ unavailable: answer.error.code === 'spellingUnavailable' });
    return;
  }
  if (verdicts.size > MOST_WORDS) verdicts.clear();
  const wrong = new Set(answer.value.wrong);
  for (const word of open) verdicts.set(word, !wrong.has(word));
  useSpelling.setState(({ judged }) => ({ judged: judged + 1, unavailable: false }));
}
