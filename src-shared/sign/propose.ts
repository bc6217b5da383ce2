import type { Address } from '../applicant/model.ts';
import { FIRST_SIGN } from '../catalog/classifier.ts';
import { topicByCode } from '../catalog/topic.ts';
import type { Day } from '../clock.ts';
import { nearness } from '../similar/place.ts';
import { addDays } from '../term/calendar.ts';

/** Signs of receipt: resolution 858, facet 2. */
export const SIGN = {
  first: FIRST_SIGN,
  repeat: '2.2',
  duplicate: '2.3',
  again: '2.4',
  mass: '2.5',
} as const;

/** An earlier appeal on the same issue counts this many days back (house rule 3.3 of the domain). */
export const SAME_ISSUE_DAYS = 365;
/** So many different people about one thing within a day make it a mass appeal (house rule 3.3). */
export const MASS_PEOPLE = 5;
export const MASS_HOURS = 24;

/** Came by telephone: classifier 1.1-1, what this line registers. */
const BY_TELEPHONE = '1.1-1';

/** What an appeal is about. */
export interface Issue {
  readonly topic: string;
  readonly place: Address;
}

/** Results by which an appeal was resolved on its merits (classifier, facet 9): satisfied, refused, explained. */
const ON_MERITS: readonly string[] = ['9.1', '9.2', '9.3'];

/**
 * Whether the head of the body may decide not to consider a repeat (Law 393/96-ВР, article 8): the first was resolved on its merits. Where
 * the result is not recorded somebody has to look.
 */
export function mayStayUnconsidered(result: string | null): boolean {
  return result === null || ON_MERITS.includes(result);
}

/** An earlier appeal of the same person on the same issue, as far as the rule needs it. */
export interface Earlier {
  /** By what it came, classifier facet 1. */
  readonly receiptForm: string;
  /** Last day of its term by law. */
  readonly due: Day;
  /** Legal day on which it was answered; null while it is not. */
  readonly answeredOn: Day | null;
}

/** Whether a term was kept: it ran out unanswered or was answered late; answered in time; or is still running. */
export type TermKept = 'missed' | 'kept' | 'running';

/**
 * Why a sign is proposed: nothing earlier is known; the earlier one's term has run out; it was answered and the same is asked again; it came
 * another way; it is still within its term; many people at once; many people in the shared problem it is put to.
 */
export const SIGN_REASONS = [
  'none',
  'overdue',
  'answered',
  'otherWay',
  'withinTerm',
  'mass',
  'shared',
] as const;
export type SignReason = (typeof SIGN_REASONS)[number];

/** Whether two appeals are about one issue: the same topic, or a topic of the same group at the same street or house. */
export function isSameIssue(a: Issue, b: Issue): boolean {
  const near = nearness(a.place, b.place);
  if (a.topic === b.topic) return near !== null || a.place.settlement === '' || b.place.settlement === '';
  const group = topicByCode(a.topic)?.group.code;
  if (group === undefined || group !== topicByCode(b.topic)?.group.code) return false;
  return near === 'street' || near === 'building';
}

/** Whether the term of an appeal was kept, seen on a day. */
export function termKept({ due, answeredOn }: Pick<Earlier, 'due' | 'answeredOn'>, today: Day): TermKept {
  if (answeredOn !== null) return answeredOn <= due ? 'kept' : 'missed';
  return today > due ? 'missed' : 'running';
}

/** Whether an appeal is recent enough for another one to be its repeat. */
export function isRecent(registered: Day, today: Day): boolean {
  return registered >= addDays(today, -SAME_ISSUE_DAYS);
}

/** The sign with its reason and the earlier appeal it rests on. */
export interface Proposed<E extends Earlier> {
  readonly sign: string;
  readonly reason: SignReason;
  readonly earlier: E | null;
}

/**
 * The sign of receipt that the facts speak for. Only ever proposed: the operator decides.
 *
 * - 2.2 repeated: the same author on the same issue, where the first appeal was not resolved, its term has run out or the author does not agree
 *   with the answer (classifier of resolution 858). Law 393/96-ВР, article 8: a repeat to the same body on the same issue is not considered
 *   if the first was resolved on its merits; the head of the body decides that, never this rule.
 * - 2.3 duplicate: the same appeal by another way while the first is open.
 * - 2.4 many times: the same author before the term of the first has run out.
 * - 2.5 mass: many people about one thing at once.
 *
 * @param earlier appeals of the same person on the same issue, the surer and newer first
 * @param people different people about the same thing within a day, this one among them; and of the shared problem the card is put to, as long
 *   as it is there
 */
export function proposeSign<E extends Earlier>(
  earlier: readonly E[],
  people: { readonly withinDay: number; readonly inProblem: number },
  today: Day,
): Proposed<E> {
  const open = earlier.filter(({ answeredOn }) => answeredOn === null);
  const overdue = open.find((one) => termKept(one, today) === 'missed');
  if (overdue) return { sign: SIGN.repeat, reason: 'overdue', earlier: overdue };
  const otherWay = open.find(({ receiptForm }) => receiptForm !== BY_TELEPHONE);
  if (otherWay) return { sign: SIGN.duplicate, reason: 'otherWay', earlier: otherWay };
  const withinTerm = open[0];
  if (withinTerm) return { sign: SIGN.again, reason: 'withinTerm', earlier: withinTerm };
  const answered = earlier[0];
  if (answered) return { sign: SIGN.repeat, reason: 'answered', earlier: answered };
  if (people.inProblem >= MASS_PEOPLE) return { sign: SIGN.mass, reason: 'shared', earlier: null };
  if (people.withinDay >= MASS_PEOPLE) return { sign: SIGN.mass, reason: 'mass', earlier: null };
  return { sign: SIGN.first, reason: 'none', earlier: null };
}
