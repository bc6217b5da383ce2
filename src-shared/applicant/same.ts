import { addressKey } from '../address/read.ts';
import { nearKey } from '../text/near.ts';
import { foldForSearch } from '../text/words.ts';
import { phonesOf } from './group.ts';
import type { ApplicantCard } from './model.ts';

/** Why two cards may be of one person (house rules of the domain, 3.3). */
export type SameReason = 'phone' | 'name' | 'nearName' | 'address';
export type SameLevel = 'sure' | 'likely' | 'hint';

/** What two cards have in common, and how much it says. Never decides anything: a person looks and merges, or not. */
export interface Sameness {
  readonly level: SameLevel;
  readonly reasons: readonly SameReason[];
}

/** Names of a card in their near spelling, the order of no importance. */
export function nameKeys(card: ApplicantCard): string[] {
  const names =
    card.type === 'person' ? [card.surname, card.givenName, card.patronymic] : [card.organisation];
  return names
    .flatMap((name) => foldForSearch(name).split(/[^\p{L}\p{N}'ʼ-]+/u))
    .map(nearKey)
    .filter((key) => key !== '');
}

/**
 * How many letters have to be put in, taken out, changed or swapped with their neighbour to make one text of another, counted no further
 * than the limit.
 */
export function distance(a: string, b: string, limit: number): number {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const at = (line: readonly number[], index: number) => line[index] ?? Number.POSITIVE_INFINITY;
      const isSame = from[i - 1] === to[j - 1];
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwapped) best = Math.min(best, at(beforeLast, j - 2) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[to.length] ?? limit + 1;
}

/** Slips that a name of some length may hold and still be the same one. */
function slips(name: string): number {
  if (name.length < 4) return 0;
  return name.length < 8 ? 1 : 2;
}

type NameMatch = 'same' | 'near' | 'part' | 'other';

/** Every name of the shorter card is found in the longer one, letter by letter or with slips. */
function nameMatch(a: readonly string[], b: readonly string[]): NameMatch {
  const [few, many] = a.length <= b.length ? [a, [...b]] : [b, [...a]];
  if (few.length === 0) return 'other';
  let isNear = false;
  for (const name of few) {
    const exact = many.indexOf(name);
    const found = exact >= 0 ? exact : many.findIndex((other) => isSlip(name, other));
    if (found < 0) return 'other';
    isNear ||= exact < 0;
    many.splice(found, 1);
  }
  if (few.length === 1 && many.length > 0) return 'part';
  return isNear ? 'near' : 'same';
}

function isSlip(a: string, b: string): boolean {
  const limit = Math.min(slips(a), slips(b));
  return distance(a, b, limit) <= limit;
}

/** What two cards have in common; null when it says nothing. A household shares a number and a surname, and is not one person. */
export function sameness(a: ApplicantCard, b: ApplicantCard): Sameness | null {
  if ((a.type === 'person') !== (b.type === 'person')) return null;
  const phones = new Set(phonesOf(a));
  const isPhone = phonesOf(b).some((phone) => phones.has(phone));
  const address = addressKey(a.address);
  const isAddress = address !== '' && address === addressKey(b.address);
  const match = nameMatch(nameKeys(a), nameKeys(b));
  const reasons: SameReason[] = [
    ...(isPhone ? (['phone'] as const) : []),
    ...(match === 'same' ? (['name'] as const) : match === 'other' ? [] : (['nearName'] as const)),
    ...(isAddress ? (['address'] as const) : []),
  ];
  if (match === 'same') return { level: isPhone || isAddress ? 'sure' : 'hint', reasons };
  if (match === 'near') return { level: isPhone || isAddress ? 'likely' : 'hint', reasons };
  if (match === 'part' && isPhone) return { level: 'likely', reasons };
  return null;
}

const ORDER: readonly SameLevel[] = ['sure', 'likely', 'hint'];

/** Surer first. */
export function bySureness(a: Sameness, b: Sameness): number {
  return ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || b.reasons.length - a.reasons.length;
}
