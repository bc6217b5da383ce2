import type { z } from 'zod';
import { cardOnly, veiled } from '../../../src-shared/applicant/access.ts';
import { benefitsInForce, groupOf, joinedCard, rootOf } from '../../../src-shared/applicant/group.ts';
import { type Applicant, applicantName } from '../../../src-shared/applicant/model.ts';
import { recognisePhone } from '../../../src-shared/applicant/phone.ts';
import type {
  CallerCall,
  CallerPerson,
  CallerWho,
  CallerWhoInput,
} from '../../../src-shared/applicant/queries.ts';
import type { Call } from '../../../src-shared/call/model.ts';
import { legalDay } from '../../../src-shared/clock.ts';
import { markInForce } from '../../../src-shared/phone/model.ts';
import type { Desk } from '../desk.ts';
import { standingsOf } from './applicantStanding.ts';
import { operatorNames } from './names.ts';

/** People shown for one number: one key each. */
const PEOPLE = 9;
/** Cards looked at for one number; a double costs one, too. */
const CARDS = 60;
/** Digits from which a part of a number says something. */
const LEAST_DIGITS = 4;
const CALLS = 5;
const ANSWER = 300;

/** caller.who: a withheld or marked number is nobody's; a part of one is a hint. */
export function whoIsCalling(desk: Desk, { phone: raw, call }: z.output<typeof CallerWhoInput>): CallerWho {
  const { applicant } = desk.stores.records;
  const phone = recognisePhone(raw)?.e164 ?? null;
  if (phone === null) {
    const digits = partOf(raw);
    if (digits === null) return { phone, isPart: false, mark: null, people: [], more: false, calls: [] };
    const hinted = people(desk, applicant.byLastDigits(digits, CARDS), null);
    return { phone, isPart: true, mark: null, ...hinted, calls: [] };
  }
  const mark = markInForce(applicant.marksOf(phone));
  if (mark !== null && mark.kind !== null) {
    const { id, kind, note, at } = mark;
    return { phone, isPart: false, mark: { id, kind, note, at }, people: [], more: false, calls: [] };
  }
  const found = people(desk, applicant.byPhone(phone, CARDS), phone);
  const isHidden = found.people.some(({ isProtected }) => isProtected);
  const calls = isHidden ? [] : lastCalls(desk, phone, call);
  return { phone, isPart: false, mark: null, ...found, calls };
}

/** What was typed, if it can be the end of a number: digits and what is written between them, nothing else. */
function partOf(raw: string): string | null {
  if (!/^[\d\s()+-]+$/.test(raw)) return null;
  const digits = raw.replace(/\D/g, '');
  return digits.length >= LEAST_DIGITS && digits.length <= 9 ? digits : null;
}

function people(
  desk: Desk,
  cards: readonly Applicant[],
  phone: string | null,
): { people: CallerPerson[]; more: boolean } {
  const { record } = desk.stores.records;
  const of = (id: string) => record.get('applicant', id);
  const roots = new Map(cards.map((card) => rootOf(card, of)).map((root) => [root.id, root]));
  const all = [...roots.values()].map((root) => personOf(desk, root, phone));
  // Whoever waits for something is the likelier caller; then whoever was heard last.
  const inOrder = all.sort(
    (a, b) =>
      Number(b.appeals.length > 0) - Number(a.appeals.length > 0) ||
      (a.lastAt === b.lastAt ? 0 : (a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1),
  );
  return { people: inOrder.slice(0, PEOPLE), more: inOrder.length > PEOPLE || cards.length === CARDS };
}

/** Somebody as they are shown to whoever speaks with them. */
export function personOf(desk: Desk, root: Applicant, phone: string | null): CallerPerson {
  const { record, applicant } = desk.stores.records;
  const group = groupOf(root, (id) => record.get('applicant', id), applicant.doublesOf);
  const card = joinedCard(group);
  const isProtected = card.isProtected === true;
  const appeals = standingsOf(desk, group);
  const last = appeals.reduce<(typeof appeals)[number] | null>(
    (latest, one) => (latest === null || one.registeredAt > latest.registeredAt ? one : latest),
    null,
  );
  return {
    id: root.id,
    type: card.type,
    name: applicantName(card),
    answeredBy: (card.phones ?? []).find((one) => one.phone === phone)?.answeredBy ?? '',
    address: isProtected ? null : card.address,
    needs: isProtected ? '' : (card.needs ?? ''),
    benefits: benefitsInForce(card, legalDay(desk.time.serverMs())).map(({ code }) => code),
    isProtected,
    lastTopic: isProtected ? null : (last?.topic ?? null),
    lastAt: isProtected ? null : (last?.registeredAt ?? null),
    appeals: isProtected ? [] : appeals,
    card: cardOnly(isProtected ? veiled(root) : card),
  };
}

function lastCalls(desk: Desk, phone: string, except: string | null): CallerCall[] {
  const nameOf = operatorNames(desk);
  const { call } = desk.stores.records;
  const calls = call.ofPhone(phone, '', CALLS + 1).filter(({ id }) => id !== except);
  return calls.slice(0, CALLS).map((one) => callLine(desk, nameOf, one));
}

/** One of the last calls, with what the caller was told. */
export function callLine(desk: Desk, nameOf: (id: string) => string, call: Call): CallerCall {
  const { record } = desk.stores.records;
  const { id, startedAt, outcome, operator, appeals, consultations } = call;
  const consultation = consultations[0] && record.get('consultation', consultations[0]);
  const appeal = appeals[0] && record.get('appeal', appeals[0]);
  return {
    id,
    startedAt,
    outcome,
    topic: (appeal || undefined)?.topic ?? (consultation || undefined)?.topic ?? null,
    operatorName: nameOf(operator),
    answer: ((consultation || undefined)?.answer ?? '').slice(0, ANSWER),
  };
}
