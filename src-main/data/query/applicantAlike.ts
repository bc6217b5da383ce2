import { phonesOf, rootOf } from '../../../src-shared/applicant/group.ts';
import type { Applicant, ApplicantCard } from '../../../src-shared/applicant/model.ts';
import type { CallerPerson } from '../../../src-shared/applicant/queries.ts';
import { bySureness, type SameLevel, type SameReason, sameness } from '../../../src-shared/applicant/same.ts';
import type { Desk } from '../desk.ts';
import { personOf } from './applicantCaller.ts';
import { findCardsAlike } from './applicantWords.ts';

const SHOWN = 5;
/** Cards of one number, and of a like name, that are compared with one. */
const OF_PHONE = 12;
const OF_NAME = 200;

interface Alike {
  readonly root: Applicant;
  readonly same: { level: SameLevel; reasons: SameReason[] };
}

/** Cards that may be of the same person as one, the surer first; a protected person is never suggested. @param except cards left out */
export function cardsAlike(desk: Desk, card: ApplicantCard, except: ReadonlySet<string>): Alike[] {
  const { applicant, record } = desk.stores.records;
  const of = (id: string) => record.get('applicant', id);
  const name = [card.surname || card.organisation, card.givenName].join(' ');
  const candidates = [
    ...phonesOf(card).flatMap((phone) => applicant.byPhone(phone, OF_PHONE)),
    ...findCardsAlike(desk, name, OF_NAME),
  ];
  const found = new Map<string, Alike>();
  for (const candidate of candidates) {
    const root = rootOf(candidate, of);
    if (except.has(root.id) || root.isProtected === true || candidate.isProtected === true) continue;
    const said = sameness(card, candidate);
    if (said === null) continue;
    const same = { level: said.level, reasons: [...said.reasons] };
    const known = found.get(root.id);
    if (known === undefined || bySureness(same, known.same) < 0) found.set(root.id, { root, same });
  }
  return [...found.values()].sort((a, b) => bySureness(a.same, b.same)).slice(0, SHOWN);
}

/** applicant.alike */
export function peopleAlike(
  desk: Desk,
  card: ApplicantCard,
): { person: CallerPerson; same: Alike['same'] }[] {
  return cardsAlike(desk, card, new Set([card.id])).map(({ root, same }) => ({
    person: personOf(desk, root, null),
    same,
  }));
}
