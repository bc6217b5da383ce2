import type { z } from 'zod';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { groupOf } from '../../../src-shared/applicant/group.ts';
import type { ApplicantCard } from '../../../src-shared/applicant/model.ts';
import { legalDay, toInstant } from '../../../src-shared/clock.ts';
import { isRecent, isSameIssue, MASS_HOURS, proposeSign } from '../../../src-shared/sign/propose.ts';
import type { SignProposal, SignProposeInput } from '../../../src-shared/sign/queries.ts';
import { nearness } from '../../../src-shared/similar/place.ts';
import type { Desk } from '../desk.ts';
import { type Asking, shownTo } from '../query/applicantAccess.ts';
import { cardsAlike } from '../query/applicantAlike.ts';
import { type EarlierFacts, earlierAppeal, earlierFacts } from './earlier.ts';

/** Appeals of one person looked at. */
const LOOKED_AT = 50;
/** Appeals of a topic within a day: more of them say nothing more. */
const MOST_COUNTED = 500;

type Input = z.output<typeof SignProposeInput>;
type Same = 'sure' | 'likely';
type Found = EarlierFacts & { readonly same: Same };

/** sign.propose */
export function proposalFor(desk: Desk, me: Asking, input: Input): SignProposal {
  const nowMs = desk.time.serverMs();
  const today = legalDay(nowMs);
  const earlier = earlierOf(desk, me, input, today);
  const people = {
    withinDay: peopleAbout(desk, input, toInstant(nowMs - MASS_HOURS * 3_600_000)),
    inProblem: peopleOf(desk, input),
  };
  const proposed = proposeSign(earlier, people, today);
  return {
    sign: proposed.sign,
    reason: proposed.reason,
    earlier: proposed.earlier === null ? null : earlierAppeal(desk, proposed.earlier, today),
    same: proposed.earlier?.same ?? null,
    others: Math.max(0, earlier.length - 1),
    people: proposed.reason === 'shared' ? people.inProblem : people.withinDay,
  };
}

/** Appeals of the same person on the same issue, the surer first, then the newer. */
function earlierOf(desk: Desk, me: Asking, input: Input, today: string): Found[] {
  const { applicant } = desk.stores.records;
  const found = new Map<string, Found>();
  for (const [card, same] of cardsOf(desk, me, input.applicant)) {
    const appeals = [...applicant.appealsOf(card, LOOKED_AT), ...applicant.joinedBy(card, LOOKED_AT)];
    for (const appeal of appeals) {
      if (found.has(appeal.id) || !isRecent(appeal.day, today) || !isSameIssue(appeal, input)) continue;
      found.set(appeal.id, { ...earlierFacts(desk, appeal), same });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(a.same === 'likely') - Number(b.same === 'likely') ||
      (a.appeal.registeredAt < b.appeal.registeredAt ? 1 : -1),
  );
}

/** Cards of the person who is calling: their own with its doubles, then those that are alike. A protected person's history is no reason to tell. */
function cardsOf(desk: Desk, me: Asking, card: ApplicantCard): Map<string, Same> {
  const { record, applicant } = desk.stores.records;
  const of = (id: string) => record.get('applicant', id);
  const own = of(card.id);
  const group = own === undefined ? [] : groupOf(own, of, applicant.doublesOf);
  const isHidden = group.some((one) => one.isProtected === true && shownTo(desk, me, one) !== one);
  if (isHidden) return new Map();
  const cards = new Map<string, Same>(group.map(({ id }) => [id, 'sure']));
  for (const { root, same } of cardsAlike(desk, card, new Set([card.id, ...cards.keys()]))) {
    if (same.level === 'hint') continue;
    for (const one of groupOf(root, of, applicant.doublesOf))
      if (!cards.has(one.id)) cards.set(one.id, same.level);
  }
  return cards;
}

/** Everybody in the open shared problem that the card is put to, the caller among them; 0 without one. */
function peopleOf(desk: Desk, { problem, applicant }: Input): number {
  const { record, problem: store } = desk.stores.records;
  if (problem === null || record.get('problem', problem)?.state !== 'open') return 0;
  return new Set([applicant.id, ...store.appealsOf(problem).flatMap(everybodyOf)]).size;
}

/** Different people who reported the same thing in the same street since an instant; the caller is one more. */
function peopleAbout(desk: Desk, { topic, place, applicant }: Input, since: string): number {
  const appeals = desk.stores.records.problem.appealsOfTopic(topic, since, MOST_COUNTED);
  const people = new Set<string>([applicant.id]);
  for (const appeal of appeals) {
    if (isNear(nearness(appeal.place, place))) for (const id of everybodyOf(appeal)) people.add(id);
  }
  return people.size;
}

function isNear(level: ReturnType<typeof nearness>): boolean {
  return level === 'street' || level === 'building';
}

function everybodyOf(appeal: Appeal): string[] {
  return [appeal.applicant, ...(appeal.coApplicants ?? []).map(({ applicant }) => applicant)];
}
