import type { z } from 'zod';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { veiled } from '../../../src-shared/applicant/access.ts';
import { rootOf } from '../../../src-shared/applicant/group.ts';
import { type Applicant, applicantName } from '../../../src-shared/applicant/model.ts';
import { recognisePhone } from '../../../src-shared/applicant/phone.ts';
import type { Call } from '../../../src-shared/call/model.ts';
import type { FoundType } from '../../../src-shared/find/document.ts';
import type { Find, FindInput } from '../../../src-shared/find/queries.ts';
import { textQuery } from '../../../src-shared/find/query.ts';
import type { Article } from '../../../src-shared/knowledge/model.ts';
import { mistyped } from '../../../src-shared/text/layout.ts';
import { stemOf, wordsOf } from '../../../src-shared/text/words.ts';
import type { Desk } from '../desk.ts';
import { appealLines } from '../query/appeal.ts';
import type { InFlight } from '../query/delivery.ts';
import { findByNumber } from '../query/find.ts';
import type { Indexer } from './indexer.ts';

/** Last digits of a telephone that say something, and most of them. */
const PHONE_DIGITS = { least: 4, most: 13 };

interface Hits {
  readonly appeals: readonly Appeal[];
  readonly applicants: readonly Applicant[];
  readonly nearFrom: number;
  readonly calls: readonly Call[];
  readonly articles: readonly Article[];
}

const NONE: Hits = { appeals: [], applicants: [], nearFrom: 0, calls: [], articles: [] };

/** find.all: recognises a number, a telephone or words, and finds everything held here, what was just written included. */
export function findAll(
  desk: Desk,
  indexer: Indexer,
  inFlight: InFlight,
  { text, limit }: z.output<typeof FindInput>,
): Find {
  const isWhole = indexer.catchUp();
  const { rows, of } = desk.stores.records.textIndex.lacking();
  // One more than is shown tells whether there is more.
  const wanted = limit + 1;
  const byNumber = findByNumber(desk, text);
  const digits = phoneDigits(text);
  const turned = mistyped(text);
  let meaning: Find['meaning'] = 'words';
  let hits = NONE;
  let isTurned = false;
  if (byNumber.appeals.length > 0 || byNumber.isWhole) {
    meaning = 'number';
    hits = { ...NONE, appeals: byNumber.appeals };
  } else if (digits !== null) {
    meaning = 'phone';
    hits = findPhone(desk, text, digits, wanted);
  } else {
    hits = findWords(desk, text, wanted);
    if (turned !== null && isEmpty(hits)) {
      hits = findWords(desk, turned, wanted);
      isTurned = !isEmpty(hits);
    }
  }
  return {
    meaning,
    wrongNumber: byNumber.isWrong && isEmpty(hits),
    turned,
    isTurned,
    ...shown(desk, inFlight, isTurned ? (turned ?? text) : text, hits, limit),
    searchedPercent: isWhole || of === 0 ? 100 : Math.max(0, Math.floor(((of - rows) / of) * 100)),
  };
}

function isEmpty({ appeals, applicants, calls, articles }: Hits): boolean {
  return appeals.length + applicants.length + calls.length + articles.length === 0;
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

function findWords(desk: Desk, text: string, wanted: number): Hits {
  const query = textQuery(text);
  if (query === null) return NONE;
  const { textIndex } = desk.stores.records;
  // Whole words first, then beginnings; each the latest first.
  const find = <T>(type: FoundType): T[] => {
    const rows = new Map<number, string>();
    for (const form of [query.exact, query.begun]) {
      if (rows.size >= wanted) break;
      for (const { row, doc } of textIndex.find(type, form, wanted)) rows.set(row, doc);
    }
    return [...rows.values()].slice(0, wanted).map((doc) => JSON.parse(doc) as T);
  };
  const applicants = find<Applicant>('applicant');
  const near = new Map(applicants.map((card) => [card.id as string, card]));
  if (applicants.length < wanted) {
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

function shown(
  desk: Desk,
  inFlight: InFlight,
  text: string,
  hits: Hits,
  limit: number,
): Pick<Find, 'appeals' | 'applicants' | 'calls' | 'articles' | 'nearFrom' | 'more'> {
  const kinds = ['appeals', 'applicants', 'calls', 'articles'] as const;
  return {
    appeals: appealLines(desk, inFlight, hits.appeals.slice(0, limit)),
    applicants: shownCards(desk, hits.applicants)
      .slice(0, limit)
      .map((card) => foundApplicant(desk, card)),
    nearFrom: Math.min(shownCards(desk, hits.applicants.slice(0, hits.nearFrom)).length, limit),
    calls: hits.calls.slice(0, limit).map((call) => foundCall(call, text)),
    articles: hits.articles.slice(0, limit).map(({ id, title }) => ({ id, title })),
    more: kinds.filter((kind) => hits[kind].length > limit),
  };
}

/** Merged cards as the one they are shown under, each once. */
function shownCards(desk: Desk, cards: readonly Applicant[]): Applicant[] {
  const { record } = desk.stores.records;
  const roots = cards.map((card) => rootOf(card, (id) => record.get('applicant', id)));
  return [...new Map(roots.map((card) => [card.id, card])).values()];
}

/** A protected person is opened in their card, with a reason. */
function foundApplicant(desk: Desk, card: Applicant): Find['applicants'][number] {
  const isVeiled = card.isProtected === true;
  const open = isVeiled ? veiled(card) : card;
  const { settlement, street } = open.address;
  return {
    id: card.id,
    name: applicantName(card),
    phone: open.phone,
    where: [settlement, street].filter((part) => part !== '').join(', '),
    lastAppeal: isVeiled ? null : (desk.stores.records.applicant.appealsOf(card.id, 1)[0]?.id ?? null),
    isProtected: card.isProtected ?? false,
  };
}

/** The call with the line of its notes that says what was searched for. */
function foundCall(call: Call, text: string): Find['calls'][number] {
  const stems = wordsOf(text).map(stemOf);
  const line = call.notes.find((note) =>
    wordsOf(note.text).some((word) => stems.some((stem) => word.startsWith(stem))),
  );
  const { id, startedAt, phone, phoneRaw, outcome } = call;
  return { id, startedAt, phone, phoneRaw, outcome, line: (line?.text ?? '').slice(0, 200) };
}
