import { foldedWords } from './roots.ts';

/**
 * A matter with a law of its own beside that on appeals: request for public information (Law 2939-VI), report of corruption (may be
 * anonymous), crime (relayed to the police), complaint against an administrative act (Law 2073-IX).
 */
export type Neighbour = 'public_information' | 'corruption' | 'crime' | 'administrative_procedure';

/** Beginnings of folded words, Ukrainian and Russian; several in one entry must follow one another. */
const SIGNS: readonly (readonly [Neighbour, readonly string[]])[] = [
  ['public_information', ['публічн', 'інформац']],
  ['public_information', ['публичн', 'информац']],
  ['public_information', ['запит', 'на', 'інформац']],
  ['public_information', ['запрос', 'на', 'информац']],
  ['public_information', ['доступ', 'до', 'інформац']],
  ['corruption', ['хабар']],
  ['corruption', ['корупц']],
  ['corruption', ['взятк']],
  ['corruption', ['коррупц']],
  ['corruption', ['вимага', 'гроші']],
  ['corruption', ['вымога', 'деньги']],
  ['crime', ['вкрал']],
  ['crime', ['викрал']],
  ['crime', ['крадіж']],
  ['crime', ['пограбув']],
  ['crime', ['шахра']],
  ['crime', ['побил']],
  ['crime', ['убив']],
  ['crime', ['украл']],
  ['crime', ['краж']],
  ['crime', ['ограбил']],
  ['crime', ['мошенни']],
  ['crime', ['избил']],
  ['administrative_procedure', ['адміністративн', 'акт']],
  ['administrative_procedure', ['административн', 'акт']],
  ['administrative_procedure', ['оскарж', 'рішення']],
  ['administrative_procedure', ['обжалов', 'решени']],
  ['administrative_procedure', ['адміністративн', 'процедур']],
];

/** Order in which one matter stands before another: who is in danger, first. */
const FIRST: readonly Neighbour[] = ['crime', 'corruption', 'public_information', 'administrative_procedure'];

/** The neighbouring matter a text seems to be about, with the words that say so; null when none. Only ever a hint. */
export function neighbourOf(text: string): { readonly regime: Neighbour; readonly because: string } | null {
  const words = foldedWords(text);
  const found = new Map<Neighbour, string>();
  for (const [regime, beginnings] of SIGNS) {
    const at = words.findIndex((_word, index) =>
      beginnings.every((beginning, step) => words[index + step]?.startsWith(beginning) === true),
    );
    if (at >= 0 && !found.has(regime)) found.set(regime, words.slice(at, at + beginnings.length).join(' '));
  }
  const regime = FIRST.find((candidate) => found.has(candidate));
  return regime === undefined ? null : { regime, because: found.get(regime) ?? '' };
}
