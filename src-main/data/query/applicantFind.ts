import type { z } from 'zod';
import { addressKey } from '../../../src-shared/address/read.ts';
import { groupOf, joinedCard, phonesOf, rootOf } from '../../../src-shared/applicant/group.ts';
import { type Applicant, applicantName } from '../../../src-shared/applicant/model.ts';
import { recognisePhone } from '../../../src-shared/applicant/phone.ts';
import type {
  ApplicantLine,
  ApplicantListInput,
  ApplicantListOutput,
  ApplicantPairsOutput,
} from '../../../src-shared/applicant/queries.ts';
import { bySureness, nameKeys, type Sameness, sameness } from '../../../src-shared/applicant/same.ts';
import { turnLayout } from '../../../src-shared/text/layout.ts';
import type { Desk } from '../desk.ts';
import { findCardsByWords } from './applicantWords.ts';

/** Cards made lately among which pairs are looked for. */
const LOOKED_AT = 2000;
const PAIRS = 100;
/** More cards than these with one thing in common are no doubles, but an institution's number or a frequent name. */
const MOST_ALIKE = 12;

/** applicant.list */
export function listApplicants(
  desk: Desk,
  { text, limit }: z.output<typeof ApplicantListInput>,
): z.infer<typeof ApplicantListOutput> {
  const { applicant, record } = desk.stores.records;
  const of = (id: string) => record.get('applicant', id);
  const roots = new Map<string, Applicant>();
  for (const card of cardsFor(desk, text.trim(), limit)) {
    const root = rootOf(card, of);
    roots.set(root.id, root);
  }
  const lines = [...roots.values()].slice(0, limit).map((root) => lineOf(desk, root));
  return { lines, total: text.trim() === '' ? applicant.total() : roots.size };
}

function cardsFor(desk: Desk, text: string, limit: number): Applicant[] {
  const { applicant } = desk.stores.records;
  if (text === '') return applicant.latest(limit);
  if (/^[\d\s()+.-]{4,}$/.test(text)) {
    const phone = recognisePhone(text)?.e164;
    const open = (card: Applicant) => card.isProtected !== true;
    return phone === undefined
      ? applicant.byLastDigits(text.replace(/\D/g, ''), limit).filter(open)
      : applicant.byPhone(phone, limit);
  }
  // Only where the words as typed find nobody: the same keys in the layouts they may have been meant in.
  const forms = [text, turnLayout(text, 'en', 'uk'), turnLayout(text, 'en', 'ru')];
  for (const form of forms) {
    const found = findCardsByWords(desk, form, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** A card with its doubles on one line. */
export function lineOf(desk: Desk, root: Applicant): ApplicantLine {
  const { record, applicant } = desk.stores.records;
  const group = groupOf(root, (id) => record.get('applicant', id), applicant.doublesOf);
  const { id, type, phone, address, ...card } = joinedCard(group);
  const isProtected = card.isProtected === true;
  return {
    id,
    type,
    name: applicantName({ type, ...card }),
    phone: isProtected ? null : phone,
    address: isProtected ? null : address,
    isProtected,
    doubles: group.length - 1,
    appeals: isProtected ? 0 : countAppeals(desk, group),
  };
}

/** How many appeals these cards have, own and joined. */
function countAppeals(desk: Desk, cards: readonly Applicant[]): number {
  const { applicant } = desk.stores.records;
  return applicant.countAppeals(cards.map(({ id }) => id));
}

/** applicant.pairs: cards made lately that share a number, a house or a name, compared with each other. */
export function pairsOfApplicants(desk: Desk): z.infer<typeof ApplicantPairsOutput> {
  const buckets = new Map<string, Applicant[]>();
  const cards = desk.stores.records.applicant.latest(LOOKED_AT);
  for (const card of cards) {
    if (card.mergedInto !== undefined || card.isProtected === true) continue;
    for (const key of keysOf(card)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [card]);
      else bucket.push(card);
    }
  }
  const found = new Map<string, { a: Applicant; b: Applicant; same: Sameness }>();
  for (const bucket of buckets.values()) {
    if (bucket.length > MOST_ALIKE) continue;
    for (const [index, a] of bucket.entries()) {
      for (const b of bucket.slice(index + 1)) {
        const same = sameness(a, b);
        if (same !== null) found.set([a.id, b.id].sort().join(), { a, b, same });
      }
    }
  }
  const pairs = [...found.values()].sort((x, y) => bySureness(x.same, y.same)).slice(0, PAIRS);
  return {
    pairs: pairs.map(({ a, b, same }) => ({
      a: lineOf(desk, a),
      b: lineOf(desk, b),
      same: { ...same, reasons: [...same.reasons] },
    })),
  };
}

function keysOf(card: Applicant): string[] {
  const names = nameKeys(card).sort().join(' ');
  const address = addressKey(card.address);
  return [
    ...phonesOf(card),
    ...(names.includes(' ') ? [`n:${names}`] : []),
    ...(address === '' ? [] : [`a:${address}`]),
  ];
}
