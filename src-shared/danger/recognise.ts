import { type Concept, conceptsOf } from './lexicon.ts';
import { DangerKind } from './model.ts';
import { type DangerRule, dangerRules } from './rules.ts';

/** A stretch of the text, from the first character to behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A danger told of in a text, and the words that tell it. */
export interface FoundDanger {
  readonly kind: DangerKind;
  readonly spans: readonly Span[];
}

interface Word extends Span {
  readonly folded: string;
  readonly concepts: ReadonlySet<Concept>;
  /** Number of its clause: what commas and "but" keep apart. */
  readonly clause: number;
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´′-][\p{L}\p{M}\p{N}]+)*/gu;
const SENTENCE = /[.!?;\n]+/g;
const BUT = new Set(['але', 'но', 'а', 'проте', 'однак', 'однако', 'зато']);
const WINDOW = 6;

/** Undo a danger by standing right before its word. */
const NOT = new Set(['не', 'ні', 'ни', 'без']);
/** Undo it by standing in its clause: "газу немає", "запаху нема". */
const ABSENT = new Set([
  'немає',
  'нема',
  'нет',
  'небуло',
  'відсутній',
  'відсутня',
  'отсутствует',
  'зник',
  'зникло',
]);
/** It is over: told about yesterday or about what came of it. */
const OVER =
  /^(після|после|внаслідок|унаслідок|вследствие|торік|минул|прошл|ліквід|ликвид|погас|загас|потуш|перен[еі]с|пережи|раніше|раньше|колись|когда-то|постраждал|пострадал|погоріл|погорел|навчан|учени|сигналіз|сигнализ|безпек|безопасн|інспек|инспек|датчик|довідк|справк|компенсац)/;
/** Words about a danger that is not one when the danger itself is the subject. */
const OVER_BUT: Readonly<Partial<Record<DangerKind, RegExp>>> = {
  // "Небезпека для життя" and "після аварії заливає" are told in these very words.
  life: /^(безпек|безопасн)/,
  flood: /^(після|после|внаслідок|унаслідок|вследствие|постраждал|пострадал)/,
  frost: /^(після|после|внаслідок|унаслідок|вследствие)/,
};

/**
 * Dangers to life told of in a text, in Ukrainian or Russian, the gravest kind first. A net for a tired listener, not a judgement: what is
 * denied ("газом не пахне") or long over ("після пожежі") is let through.
 */
export function recogniseDangers(text: string): FoundDanger[] {
  const found = new Map<DangerKind, Span[]>();
  let from = 0;
  for (const end of [...text.matchAll(SENTENCE)].map((match) => match.index).concat(text.length)) {
    for (const { kind, spans } of dangersOf(wordsOf(text.slice(from, end), from))) {
      found.set(kind, [...(found.get(kind) ?? []), ...spans]);
    }
    from = end;
  }
  return DangerKind.options.flatMap((kind) => {
    const spans = found.get(kind);
    return spans === undefined ? [] : [{ kind, spans: inOrder(spans) }];
  });
}

function wordsOf(sentence: string, offset: number): Word[] {
  let clause = 0;
  let end = 0;
  return [...sentence.matchAll(WORDS)].map((match) => {
    const folded = foldWord(match[0]);
    if (/[,:–—()]/.test(sentence.slice(end, match.index)) || BUT.has(folded)) clause += 1;
    end = match.index + match[0].length;
    return { from: offset + match.index, to: offset + end, folded, concepts: conceptsOf(folded), clause };
  });
}

function foldWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘ʼ`´′]/g, '')
    .replaceAll('ґ', 'г')
    .replaceAll('ё', 'е');
}

function dangersOf(words: readonly Word[]): FoundDanger[] {
  const found: FoundDanger[] = [];
  for (const rule of dangerRules) {
    const spans = words.flatMap((_, first) => meet(rule, words, first) ?? []);
    if (spans.length > 0) found.push({ kind: rule.kind, spans });
  }
  return found;
}

/** The words by which a rule is met from `first` on, or null. */
function meet(rule: DangerRule, words: readonly Word[], first: number): readonly Word[] | null {
  const start = words[first];
  if (start === undefined || !rule.all.some((concept) => start.concepts.has(concept))) return null;
  const near = words.slice(first, first + (rule.within ?? WINDOW));
  const used: Word[] = [];
  for (const concept of rule.all) {
    const word = near.find((candidate) => candidate.concepts.has(concept) && !used.includes(candidate));
    if (word === undefined) return null;
    used.push(word);
  }
  if (!used.includes(start)) return null;
  if (rule.without?.some((concept) => words.some((word) => word.concepts.has(concept)))) return null;
  return isUndone(rule, words, used) ? null : used;
}

/** Whether the words around take the danger back. */
function isUndone(rule: DangerRule, words: readonly Word[], used: readonly Word[]): boolean {
  const clauses = new Set(used.map((word) => word.clause));
  const over = OVER_BUT[rule.kind] ?? OVER;
  const around = words.filter((word) => clauses.has(word.clause) && !used.includes(word));
  if (around.some((word) => over.test(word.folded))) return true;
  if (rule.bearsNot) return false;
  if (around.some((word) => ABSENT.has(word.folded))) return true;
  return used.some((word) => {
    const before = words[words.indexOf(word) - 1];
    return before !== undefined && before.clause === word.clause && NOT.has(before.folded);
  });
}

function inOrder(spans: readonly Span[]): Span[] {
  const byPlace = new Map(spans.map(({ from, to }) => [from, { from, to }]));
  return [...byPlace.values()].sort((a, b) => a.from - b.from);
}
