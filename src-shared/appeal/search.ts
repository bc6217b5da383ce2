import type { Applicant } from '../applicant/model.ts';
import { stemOf, wordsOf } from '../text/words.ts';
import type { Appeal } from './model.ts';

/** What somebody searches for, prepared for comparing: the same on the workstation and at the centre. */
export interface SearchTerms {
  /** Each must begin some word; the whole weighs more than its stem. */
  readonly words: readonly { readonly whole: string; readonly stem: string }[];
  /** Digits of a telephone number or a part of one; null when nothing typed looks like one. */
  readonly phone: string | null;
}

/** Fewer digits are a house number, not a telephone. */
const LEAST_PHONE_DIGITS = 5;

/** Prepares what was typed. */
export function searchTerms(text: string): SearchTerms {
  const looksLikePhone = /^[\s+()\d-]+$/.test(text);
  const digits = text.replace(/\D/g, '');
  if (looksLikePhone && digits.length >= LEAST_PHONE_DIGITS)
    return { words: [], phone: nationalDigits(digits) };
  return { words: wordsOf(text).map((whole) => ({ whole, stem: stemOf(whole) })), phone: null };
}

/** Whether there is nothing to search for. */
export function isEmptySearch({ words, phone }: SearchTerms): boolean {
  return words.length === 0 && phone === null;
}

/**
 * How well an appeal fits: 0 not at all, more for words found whole than for beginnings. Every word must be found in what the appeal says
 * and where it is, or in the applicant's name and address; a telephone number in the applicant's.
 */
export function searchScore(terms: SearchTerms, appeal: Appeal, applicant: Applicant | null): number {
  if (terms.phone !== null) {
    const digits = applicant?.phone?.replace(/\D/g, '') ?? '';
    return digits.includes(terms.phone) ? 1 : 0;
  }
  const words = wordsOf(searchedText(appeal, applicant));
  let score = 0;
  for (const { whole, stem } of terms.words) {
    const found = words.filter((word) => word.startsWith(stem));
    if (found.length === 0) return 0;
    score += found.includes(whole) ? 2 : 1;
  }
  return score;
}

function searchedText(appeal: Appeal, applicant: Applicant | null): string {
  const { place, text, number } = appeal;
  const own = [number, text, place.settlement, place.street];
  // Who asked not to be named is not found by their name (Law 393/96-ВР, article 10).
  if (applicant === null || appeal.confidential === true) return own.join(' ');
  const { surname, givenName, patronymic, organisation, address } = applicant;
  return [...own, organisation, surname, givenName, patronymic, address.settlement, address.street].join(' ');
}

/** Digits without the country's code and the leading zero, which are told in some calls and not in others. */
function nationalDigits(digits: string): string {
  return digits.replace(/^(?:38)?0(?=\d{4})/, '');
}
