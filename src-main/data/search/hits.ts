import type { Appeal } from '../../../src-shared/appeal/model.ts';
import type { FindMeaning } from '../../../src-shared/appeal/queries.ts';
import type { Applicant } from '../../../src-shared/applicant/model.ts';
import { recognisePhone } from '../../../src-shared/applicant/phone.ts';
import type { Call } from '../../../src-shared/call/model.ts';
import { legalDay, yearOf } from '../../../src-shared/clock.ts';
import type { FoundType } from '../../../src-shared/find/document.ts';
import { type TextQuery, textQuery } from '../../../src-shared/find/query.ts';
import type { Article } from '../../../src-shared/knowledge/model.ts';
import { numbersMeant } from '../../../src-shared/number/find.ts';
import { mistyped } from '../../../src-shared/text/layout.ts';
import type { Desk } from '../desk.ts';
import type { FoundRow } from '../store/records/textIndex.ts';
import { documentOf, type Indexer } from './indexer.ts';

/** Last digits of a telephone that say something, and most of them. */
const PHONE_DIGITS = { least: 4, most: 13 };
/** Years in which a number without a year is looked for, as at the centre. */
const YEARS_BACK = 5;

export interface Hits {
  readonly appeals: readonly Appeal[];
  readonly applicants: readonly Applicant[];
  /** Applicants from here on are near spellings. */
  readonly nearFrom: number;
  readonly calls: readonly Call[];
  readonly articles: readonly Article[];
}

/** What was typed, as it was understood, and what there is of it. */
export interface Sought {
  readonly meaning: FindMeaning;
  readonly hits: Hits;
  /** The check digit of the typed number fits no number, and nothing else was meant. */
  readonly isWrong: boolean;
  /** What would have been typed in the other keyboard layout, when that is likelier; and whether the hits are of it. */
  readonly turned: string | null;
  readonly isTurned: boolean;
}

/** Records looked at for a beginning without an index of its own: some milliseconds. */
const LOOKED_AT = 200;
/** What stands between two words for the index. */
const NO_WORD = /[^\p{L}\p{N}]+/u;

const NONE: Hits = { appeals: [], applicants: [], nearFrom: 0, calls: [], articles: [] };

/**
 * Recognises a number, a telephone or words, and finds what is held here.
 * @param kinds what is wanted of words
 * @param wanted most of each kind
 */
export function seek(desk: Desk, text: string, kinds: readonly FoundType[], wanted: number): Sought {
  const byNumber = findByNumber(desk, text);
  const found = (
    meaning: FindMeaning,
    hits: Hits,
    turned: string | null = null,
    isTurned = false,
  ): Sought => ({
    ...{ meaning, hits, turned, isTurned },
    isWrong: byNumber.isWrong && isEmpty(hits),
  });
  if (byNumber.appeals.length > 0 || byNumber.isWhole)
    return found('number', { ...NONE, appeals: byNumber.appeals });
  const digits = phoneDigits(text);
  if (digits !== null) return found('phone', findPhone(desk, text, digits, wanted));
  const turned = mistyped(text);
  const hits = findWords(desk, text, kinds, wanted);
  if (turned === null || !isEmpty(hits)) return found('words', hits, turned);
  const ofTurned = findWords(desk, turned, kinds, wanted);
  return isEmpty(ofTurned) ? found('words', hits, turned) : found('words', ofTurned, turned, true);
}

/** Brings the index up to date if little is lacking. @returns the share of the records that a question looks at, in percent */
export function searchedPercent(desk: Desk, indexer: Indexer): number {
  if (indexer.catchUp()) return 100;
  const { rows, of } = desk.stores.records.textIndex.lacking();
  return of === 0 ? 100 : Math.max(0, Math.floor(((of - rows) / of) * 100));
}

function isEmpty({ appeals, applicants, calls, articles }: Hits): boolean {
  return appeals.length + applicants.length + calls.length + articles.length === 0;
}

/** Appeals a typed number can mean, and what is known of the number itself. */
function findByNumber(
  desk: Desk,
  text: string,
): { readonly appeals: Appeal[]; readonly isWhole: boolean; readonly isWrong: boolean } {
  const year = yearOf(legalDay(desk.time.serverMs()));
  const { numbers, isWrong, isWhole } = numbersMeant(text, {
    office: desk.stores.intent.enrolment.get()?.office ?? '',
    years: Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back),
  });
  const { record } = desk.stores.records;
  const appeals = numbers.flatMap((number) => {
    const issued = record.get('number', number);
    return (issued === undefined ? undefined : record.get('appeal', issued.appeal)) ?? [];
  });
  return { appeals, isWhole, isWrong };
}

/** Digits of a telephone or of its end, when what was typed can be nothing else. */
function phoneDigits(text: string): string | null {
  if (!/^(?:тел\.?|tel:)?[\s\d()+.-]+$/i.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  return digits.length >= PHONE_DIGITS.least && digits.length <= PHONE_DIGITS.most ? digits : null;
}

function findPhone(desk: Desk, text: string, digits: string, wanted: number): Hits {
  const { applicant, call } = desk.stores.records;
  const phone = recognisePhone(text)?.e164 ?? null;
  const applicants =
    phone === null ? applicant.byLastDigits(digits, wanted) : applicant.byPhone(phone, wanted);
  // The history of somebody protected is opened with a reason, never by the way.
  const open = applicants.filter(({ isProtected }) => isProtected !== true);
  const appeals = open.flatMap(({ id }) => applicant.appealsOf(id, wanted)).slice(0, wanted);
  const isHidden = open.length < applicants.length;
  const calls = phone === null || isHidden ? [] : call.ofPhone(phone, '', wanted);
  return { ...NONE, appeals, applicants, nearFrom: applicants.length, calls };
}

function findWords(desk: Desk, text: string, kinds: readonly FoundType[], wanted: number): Hits {
  const query = textQuery(text);
  if (query === null) return NONE;
  const { textIndex } = desk.stores.records;
  // Whole words first, then beginnings; each the latest first.
  const find = <T>(type: FoundType): T[] => {
    if (!kinds.includes(type)) return [];
    const rows = new Map<number, string>();
    for (const { row, doc } of textIndex.find(type, query.exact, wanted)) rows.set(row, doc);
    if (rows.size < wanted) for (const { row, doc } of begun(desk, type, query, wanted)) rows.set(row, doc);
    return [...rows.values()].slice(0, wanted).map((doc) => JSON.parse(doc) as T);
  };
  const applicants = find<Applicant>('applicant');
  const near = new Map(applicants.map((card) => [card.id as string, card]));
  if (applicants.length < wanted && kinds.includes('applicant')) {
    for (const { doc } of textIndex.find('applicant', query.near, wanted)) {
      const card = JSON.parse(doc) as Applicant;
      if (near.size < wanted && !near.has(card.id)) near.set(card.id, card);
    }
  }
  return {
    appeals: find<Appeal>('appeal'),
    applicants: [...near.values()],
    nearFrom: applicants.length,
    calls: find<Call>('call'),
    articles: find<Article>('article'),
  };
}

/**
 * Records in which every word is begun. For a beginning longer than those with an index of their own the index puts together the lines of
 * all words that begin so, before the first one is answered: for a frequent word that is everything there is. So the latest records with
 * the same first letters are looked at, and only if these do not settle it is the whole question asked.
 */
function begun(desk: Desk, type: FoundType, query: TextQuery, wanted: number): readonly FoundRow[] {
  const { textIndex } = desk.stores.records;
  const { narrow, stems } = query;
  if (stems === null) return textIndex.find(type, narrow, wanted);
  const holds = ({ doc }: FoundRow) => {
    const words = documentOf(desk, type, doc).body.split(NO_WORD);
    return stems.every((forms) => forms.some((form) => words.some((word) => word.startsWith(form))));
  };
  for (const most of [wanted * 3, LOOKED_AT]) {
    const looked = textIndex.find(type, narrow, most);
    const fitting = looked.filter(holds);
    if (fitting.length >= wanted || looked.length < most) return fitting.slice(0, wanted);
  }
  return textIndex.find(type, query.begun, wanted);
}
