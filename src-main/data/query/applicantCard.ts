import { veiled } from '../../../src-shared/applicant/access.ts';
import { groupOf, joinedCard, phonesOf } from '../../../src-shared/applicant/group.ts';
import { type Applicant, applicantName } from '../../../src-shared/applicant/model.ts';
import type { ApplicantDetail } from '../../../src-shared/applicant/queries.ts';
import { mayUnmerge } from '../../../src-shared/applicant/unmerge.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import type { Desk } from '../desk.ts';
import { type Asking, isOpenTo, mayOpen } from './applicantAccess.ts';
import { cardsAlike } from './applicantAlike.ts';
import { callLine } from './applicantCaller.ts';
import { lineOf } from './applicantFind.ts';
import { standingsOf } from './applicantStanding.ts';
import { deliveryOf, type InFlight } from './delivery.ts';
import { operatorNames } from './names.ts';

const CALLS = 30;

/** applicant.get: null when this workstation does not hold it. What is protected leaves this process only for who has opened it. */
export function getApplicant(desk: Desk, inFlight: InFlight, me: Asking, id: string): ApplicantDetail | null {
  const { record, applicant, history } = desk.stores.records;
  const of = (card: string) => record.get('applicant', card);
  const asked = of(id);
  if (asked === undefined) return null;
  const group = groupOf(asked, of, applicant.doublesOf);
  const [own, ...doubles] = group;
  const entries = group
    .flatMap((card) => history.of(card.id))
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const nameOf = operatorNames(desk);
  const shown = joinedCard(group);
  const isHidden = shown.isProtected === true && !isOpenTo(desk, me, entries);
  const now = toInstant(desk.time.serverMs());
  const common = {
    isHidden,
    mayOpen: mayOpen(me.role),
    doubles: doubles.map((double) => ({
      id: double.id,
      name: applicantName(double),
      into: double.mergedInto ?? own.id,
      mergedAt: double.mergedAt ?? null,
      mayUnmerge: mayUnmerge(double.mergedAt, now),
    })),
    delivery: deliveryOfAll(desk, inFlight, group),
  };
  if (isHidden) {
    const nothing = { appeals: [], calls: [], history: [], names: {}, same: [] };
    return { ...common, ...nothing, shown: veiled(shown), own: veiled(own), doubles: [] };
  }
  return {
    ...common,
    shown,
    own,
    appeals: standingsOf(desk, group),
    calls: callsOf(desk, shown, nameOf),
    history: entries,
    names: Object.fromEntries(entries.map(({ actor }) => [actor, nameOf(actor)])),
    same: shown.isProtected === true ? [] : sameAs(desk, group),
  };
}

function callsOf(desk: Desk, card: Applicant, nameOf: (id: string) => string): ApplicantDetail['calls'] {
  const { call, applicant } = desk.stores.records;
  // A number of many says nothing about whose calls they were.
  const own = phonesOf(card).filter((phone) => applicant.marksOf(phone).length === 0);
  const calls = own.flatMap((phone) => call.ofPhone(phone, '', CALLS));
  return calls
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
    .slice(0, CALLS)
    .map((one) => callLine(desk, nameOf, one));
}

/** How far the cards of one person are on their way: the first that is not there yet. */
function deliveryOfAll(
  desk: Desk,
  inFlight: InFlight,
  group: readonly Applicant[],
): ApplicantDetail['delivery'] {
  const states = group.map(({ id }) => deliveryOf(desk, inFlight, 'applicant', id));
  return states.find((state) => state !== 'accepted') ?? 'accepted';
}

function sameAs(desk: Desk, group: readonly [Applicant, ...Applicant[]]): ApplicantDetail['same'] {
  const own = new Set<string>(group.map(({ id }) => id));
  return cardsAlike(desk, joinedCard(group), own).map(({ root, same }) => ({
    line: lineOf(desk, root),
    same,
  }));
}
