import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { isEmptySearch, searchScore, searchTerms } from '../../../src-shared/appeal/search.ts';
import type { Applicant } from '../../../src-shared/applicant/model.ts';
import { legalDay, yearOf } from '../../../src-shared/clock.ts';
import { numbersMeant } from '../../../src-shared/number/find.ts';
import type { Desk } from '../desk.ts';

/** Appeals looked at in one go: a few milliseconds. */
const PAGE = 200;
/** Appeals looked at in one search at most: then it says that there may be more. */
const MOST_LOOKED_AT = 50_000;
/** Years in which a number without a year is looked for, as at the centre. */
const YEARS_BACK = 5;
/** Behind every id. */
const BEHIND_ALL = '\u{10ffff}';

/** What a search among the records held here has found. */
export interface Found {
  readonly appeals: readonly Appeal[];
  readonly more: boolean;
  /** The check digit of the typed number fits no number. */
  readonly wrongNumber: boolean;
}

/**
 * Searches the appeals held here, unsent ones included: by number, or by words and telephone, the best and the latest first. Goes through
 * them in short steps, so that what an operator types meanwhile is kept without delay.
 */
export async function findHere(desk: Desk, text: string, limit: number): Promise<Found> {
  const { appeals: byNumber, isWhole, isWrong } = findByNumber(desk, text);
  if (byNumber.length > 0) return { appeals: byNumber.slice(0, limit), more: false, wrongNumber: false };
  if (isWhole) return { appeals: [], more: false, wrongNumber: isWrong };
  const { appeals, more } = await findByWords(desk, text, limit);
  return { appeals, more, wrongNumber: isWrong && appeals.length === 0 };
}

/** Appeals a typed number can mean, and what is known of the number itself. */
export function findByNumber(
  desk: Desk,
  text: string,
): { readonly appeals: Appeal[]; readonly isWhole: boolean; readonly isWrong: boolean } {
  const { numbers, isWrong, isWhole } = numbersMeant(text, {
    office: desk.stores.intent.enrolment.get()?.office ?? '',
    years: yearsBack(yearOf(legalDay(desk.time.serverMs()))),
  });
  const { record } = desk.stores.records;
  const appeals = numbers.flatMap((number) => {
    const issued = record.get('number', number);
    return (issued === undefined ? undefined : record.get('appeal', issued.appeal)) ?? [];
  });
  return { appeals, isWhole, isWrong };
}

function yearsBack(year: number): number[] {
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back);
}

async function findByWords(
  desk: Desk,
  text: string,
  limit: number,
): Promise<{ appeals: Appeal[]; more: boolean }> {
  const terms = searchTerms(text);
  if (isEmptySearch(terms)) return { appeals: [], more: false };
  const hits: { appeal: Appeal; score: number }[] = [];
  const inOrder = () => hits.sort((a, b) => b.score - a.score).map(({ appeal }) => appeal);
  let before = BEHIND_ALL;
  for (let seen = 0; seen < MOST_LOOKED_AT; seen += PAGE) {
    // The records may be replaced between two steps: they are never kept.
    const page = desk.stores.records.find.before(before, PAGE);
    for (const { doc, applicant } of page) {
      const appeal = JSON.parse(doc) as Appeal;
      const score = searchScore(
        terms,
        appeal,
        applicant === null ? null : (JSON.parse(applicant) as Applicant),
      );
      if (score === 0) continue;
      if (hits.length === limit) return { appeals: inOrder(), more: true };
      hits.push({ appeal, score });
    }
    if (page.length < PAGE) return { appeals: inOrder(), more: false };
    before = page.at(-1)?.id ?? '';
    await new Promise<void>((resolve) => void desk.timers.after(0, resolve));
  }
  return { appeals: inOrder(), more: true };
}
