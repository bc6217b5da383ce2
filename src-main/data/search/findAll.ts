import type { z } from 'zod';
import { veiled } from '../../../src-shared/applicant/access.ts';
import { rootOf } from '../../../src-shared/applicant/group.ts';
import { type Applicant, applicantName } from '../../../src-shared/applicant/model.ts';
import type { Call } from '../../../src-shared/call/model.ts';
import { FOUND_TYPES } from '../../../src-shared/find/document.ts';
import type { Find, FindInput } from '../../../src-shared/find/queries.ts';
import { stemOf, wordsOf } from '../../../src-shared/text/words.ts';
import type { Desk } from '../desk.ts';
import { appealLines } from '../query/appeal.ts';
import type { InFlight } from '../query/delivery.ts';
import { horizonNow } from '../replication/scope.ts';
import { type Hits, searchedPercent, seek } from './hits.ts';
import type { Indexer } from './indexer.ts';

/** find.all: recognises a number, a telephone or words, and finds everything held here, what was just written included. */
export function findAll(
  desk: Desk,
  indexer: Indexer,
  inFlight: InFlight,
  { text, limit }: z.output<typeof FindInput>,
): Find {
  const percent = searchedPercent(desk, indexer);
  // One more than is shown tells whether there is more.
  const { meaning, hits, isWrong, turned, isTurned } = seek(desk, text, FOUND_TYPES, limit + 1);
  return {
    meaning,
    wrongNumber: isWrong,
    turned,
    isTurned,
    ...shown(desk, inFlight, isTurned ? (turned ?? text) : text, hits, limit),
    searchedPercent: percent,
    since: horizonNow(desk).day,
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
