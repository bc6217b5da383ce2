import { topics } from '../catalog/topic.ts';
import { foldedWords, shareRoot } from './roots.ts';

/** A topic a text speaks of, and the words of the text that say so. */
export interface TopicProposal {
  readonly code: string;
  /** As written in the text, in lower case. */
  readonly because: readonly string[];
}

interface KnownWord {
  readonly word: string;
  readonly codes: ReadonlySet<string>;
}

/** Everyday words of all topics by their first letters, so that a long text is read in one pass. */
const known = new Map<string, KnownWord[]>();
const BEGINNING = 3;

/** Words of a topic's own name, which weigh beside everyday ones. */
const named = new Map(topics.map(({ code, uk, ru }) => [code, foldedWords(`${uk} ${ru}`).filter(isTelling)]));

/** Short words stand in every sentence. */
function isTelling(word: string): boolean {
  return word.length >= BEGINNING;
}

for (const { code, words } of topics) {
  for (const word of [...words.uk, ...words.ru].flatMap(foldedWords).filter(isTelling)) {
    const key = word.slice(0, BEGINNING);
    const same = known.get(key) ?? [];
    const entry = same.find((candidate) => candidate.word === word);
    if (entry === undefined) same.push({ word, codes: new Set([code]) });
    else (entry.codes as Set<string>).add(code);
    known.set(key, same);
  }
}

/** No more of a long text is read than its beginning: what an appeal is about is said early. */
const WORDS_READ = 400;
/** What a word of one topic alone weighs; a word of several is shared among them. Below it nothing is proposed. */
const ENOUGH = 1;
const NAMED = 0.5;

/**
 * Topics that the words of a text point to, the surest first: local rules only, each with its reason. Nothing is chosen by them.
 * @param most how many at the most
 */
export function proposeTopics(text: string, most = 3): TopicProposal[] {
  const found = new Map<string, { weight: number; because: Set<string>; counted: Set<string> }>();
  for (const word of foldedWords(text).slice(0, WORDS_READ)) {
    for (const entry of known.get(word.slice(0, BEGINNING)) ?? []) {
      if (!shareRoot(word, entry.word)) continue;
      for (const code of entry.codes) {
        const topic = found.get(code) ?? { weight: 0, because: new Set(), counted: new Set() };
        found.set(code, topic);
        const isNew = ![...topic.counted].some((counted) => shareRoot(counted, entry.word));
        const isOwnName = named.get(code)?.some((own) => shareRoot(own, word)) === true;
        if (isNew) topic.weight += 1 / entry.codes.size + (isOwnName ? NAMED : 0);
        topic.counted.add(entry.word);
        topic.because.add(word);
      }
    }
  }
  return [...found]
    .filter(([, { weight }]) => weight >= ENOUGH)
    .sort(([, a], [, b]) => b.weight - a.weight)
    .slice(0, most)
    .map(([code, { because }]) => ({ code, because: [...because].slice(0, 4) }));
}
