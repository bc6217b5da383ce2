import type { Appeal } from '../../../src-shared/appeal/model.ts';
import type { Applicant } from '../../../src-shared/applicant/model.ts';
import type { Call } from '../../../src-shared/call/model.ts';
import {
  appealDocument,
  applicantDocument,
  articleDocument,
  callDocument,
  type FindDocument,
  FOUND_TYPES,
  type FoundType,
} from '../../../src-shared/find/document.ts';
import type { Article } from '../../../src-shared/knowledge/model.ts';
import type { Desk } from '../desk.ts';
import type { UnindexedRow } from '../store/records/textIndex.ts';

/** Rows of one step: about three milliseconds, so that a keystroke's save never waits for long. */
const STEP = 60;
/** Between two steps while much is lacking, and until the next look when nothing is: a question looks for itself. */
const PAUSE_MS = 3;
const LOOK_MS = 20_000;
/** So little is brought up to date before an answer, so that what was just written is found at once. */
const AT_ONCE = 300;
/** Appeals of one applicant whose words follow the card's. */
const APPEALS_OF_ONE = 500;

/** Keeps the text index up to date beside all other work. Whoever opened it stops it. */
export interface Indexer {
  /** Before a question: takes in what is lacking if it is little. @returns whether the index is whole */
  catchUp(): boolean;
  stop(): void;
}

export function createIndexer(desk: Desk): Indexer {
  let isStopped = false;
  let cancel = desk.timers.after(PAUSE_MS, run);

  function run(): void {
    let isWhole = true;
    try {
      isWhole = step(desk) === 0;
    } catch (error) {
      desk.log.error({ err: error }, 'text index: a step failed; the next one tries again');
    }
    if (!isStopped) cancel = desk.timers.after(isWhole ? LOOK_MS : PAUSE_MS, run);
  }

  return {
    catchUp() {
      const { textIndex } = desk.stores.records;
      if (textIndex.lacking().rows > AT_ONCE) return false;
      while (step(desk) > 0);
      return true;
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

/** Takes in the next rows, in one transaction. @returns how many; none when the index is whole */
function step(desk: Desk): number {
  const { records } = desk.stores;
  const { textIndex } = records;
  if (textIndex.lacking().rows === 0) return 0;
  return records.transact(() => {
    const changed = textIndex.noted(STEP);
    for (const row of changed) {
      textIndex.remove(row.row);
      take(desk, row, true);
      textIndex.forget(row.row);
    }
    if (changed.length === STEP) return STEP;
    // In a whole region taken in at once everybody is there before the first appeal is looked at.
    const isFew = textIndex.lacking().rows <= AT_ONCE;
    const fresh = textIndex.beyond(STEP - changed.length);
    for (const row of fresh) take(desk, row, isFew);
    const last = fresh.at(-1);
    if (last !== undefined) textIndex.reach(last.row);
    return changed.length + fresh.length;
  });
}

/** @param hasAppeals whether appeals indexed before may lack the words of this applicant */
function take(desk: Desk, { row, type, doc }: UnindexedRow, hasAppeals: boolean): void {
  const found = FOUND_TYPES.find((known) => known === type);
  if (found === undefined || doc === null) return;
  const { textIndex, applicant } = desk.stores.records;
  textIndex.add(found, row, documentOf(desk, found, doc));
  if (found !== 'applicant' || !hasAppeals) return;
  const { id } = JSON.parse(doc) as Applicant;
  for (const appeal of applicant.appealsOf(id, APPEALS_OF_ONE)) textIndex.note('appeal', appeal.id);
}

/** The words by which a record is found. */
export function documentOf(desk: Desk, type: FoundType, doc: string): FindDocument {
  switch (type) {
    case 'appeal': {
      const appeal = JSON.parse(doc) as Appeal;
      return appealDocument(appeal, desk.stores.records.record.get('applicant', appeal.applicant));
    }
    case 'applicant':
      return applicantDocument(JSON.parse(doc) as Applicant);
    case 'call':
      return callDocument(JSON.parse(doc) as Call);
    case 'article':
      return articleDocument(JSON.parse(doc) as Article);
  }
}
