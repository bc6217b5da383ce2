import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainOf } from '../../../../../src-main/data/sign/earlier.ts';
import { proposalFor } from '../../../../../src-main/data/sign/proposal.ts';
import type { Appeal } from '../../../../../src-shared/appeal/model.ts';
import type { Applicant } from '../../../../../src-shared/applicant/model.ts';
import { legalDay, toInstant } from '../../../../../src-shared/clock.ts';
import type { RecordType } from '../../../../../src-shared/record/model.ts';
import { addDays } from '../../../../../src-shared/term/calendar.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { putRecord } from '../../../../support/putRecord.ts';
import { removeFolders } from '../../../../support/workstation.ts';
import { anAppeal, aPerson, uuid } from '../../../../unit/src-shared/builders.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await aTestDesk();
});
afterEach(() => at.close());
afterAll(removeFolders);

const put = (type: RecordType, doc: { readonly id: string }) => putRecord(at, type, doc);

function person(n: number, over: Partial<Applicant> = {}): Applicant {
  const card = { ...aPerson(), id: uuid(n), region: REGION, createdAt: '2026-10-01T10:00:00.000Z', ...over };
  put('applicant', card as Applicant);
  return card as Applicant;
}

const place = { district: '', settlement: 'Краматорськ', street: 'вул. Паркова', building: '12' };
const topic = '03.01';

/** An appeal registered so many days ago. */
function appeal(n: number, applicant: Applicant, daysAgo: number, over: Partial<Appeal> = {}): Appeal {
  const nowMs = at.desk.time.serverMs();
  const made = {
    ...anAppeal(),
    id: uuid(n),
    applicant: applicant.id,
    topic,
    place,
    day: addDays(legalDay(nowMs), -daysAgo),
    registeredAt: toInstant(nowMs - daysAgo * 86_400_000),
    ...over,
  } as Appeal;
  put('appeal', made);
  return made;
}

/** What is proposed to a caller who fills in a card on the same issue. */
function propose(caller: Applicant, over: Partial<{ topic: string; problem: string }> = {}) {
  const { region: _r, createdAt: _c, isProtected: _p, ...card } = caller;
  const input = { applicant: card, topic, place, problem: null, ...over };
  return proposalFor(at.desk, { id: uuid(11) as never, role: 'operator' }, input as never);
}

const NEW = 900;
/** Somebody new to the register with the same words about themselves. */
const sameWordsAs = (card: Applicant): Applicant => ({ ...card, id: uuid(NEW) as never });

describe('the sign proposed to a caller', () => {
  test('whose appeal is still within its term: many times, with that appeal', () => {
    const one = person(201);
    const first = appeal(301, one, 3);
    expect(propose(one)).toMatchObject({
      sign: '2.4',
      reason: 'withinTerm',
      same: 'sure',
      earlier: { id: first.id, number: first.number, term: 'running', told: null, authority: null },
    });
  });

  test('whose appeal ran out unanswered: repeated, with what they were told when they asked', () => {
    const one = person(201);
    const first = appeal(301, one, 60);
    put('history', {
      id: uuid(401),
      region: REGION,
      subject: { type: 'appeal', id: first.id },
      kind: 'appeal.inquire',
      actor: uuid(11),
      at: toInstant(at.desk.time.serverMs() - 86_400_000),
      data: { number: first.number, note: 'Сказано: бригада в роботі' },
    } as never);
    expect(propose(one)).toMatchObject({
      sign: '2.2',
      reason: 'overdue',
      earlier: { term: 'missed', told: { kind: 'told', text: 'Сказано: бригада в роботі' } },
    });
  });

  test('whose shared problem was answered in time: repeated, with that answer', () => {
    const one = person(201);
    const problem = {
      id: uuid(500),
      region: REGION,
      title: 'Немає води: Паркова',
      topic,
      place,
      state: 'ended',
      openedBy: uuid(11),
      openedAt: toInstant(at.desk.time.serverMs() - 9 * 86_400_000),
      answer: 'Аварію усунуто',
      answeredBy: uuid(11),
      answeredAt: toInstant(at.desk.time.serverMs() - 5 * 86_400_000),
    };
    put('problem', problem as never);
    appeal(301, one, 10, { problem: problem.id as never });
    expect(propose(one)).toMatchObject({
      sign: '2.2',
      reason: 'answered',
      earlier: { term: 'kept', told: { kind: 'answer', text: 'Аварію усунуто' } },
    });
  });

  test('whose appeal was closed after its term: repeated, answered late; taken back on control it is overdue again', () => {
    const one = person(201);
    const nowMs = at.desk.time.serverMs();
    const closing = {
      result: '9.4',
      ending: 'explained',
      answer: 'Повернуто: бракує адреси',
      response: null,
      at: toInstant(nowMs - 86_400_000),
      by: uuid(11),
    };
    appeal(301, one, 60, { status: 'closed', closing: closing as never });
    expect(propose(one)).toMatchObject({
      sign: '2.2',
      reason: 'answered',
      earlier: { term: 'missed', result: '9.4', told: { kind: 'answer', text: 'Повернуто: бракує адреси' } },
    });
    appeal(301, one, 60, { status: 'in_work', closing: closing as never });
    expect(propose(one)).toMatchObject({
      sign: '2.2',
      reason: 'overdue',
      earlier: { result: null, told: null },
    });
  });

  test('on another issue, or of more than a year ago: first', () => {
    const one = person(201);
    appeal(301, one, 3, { topic: '10.01' });
    appeal(302, one, 400);
    expect(propose(one)).toMatchObject({ sign: '2.1', reason: 'none', earlier: null });
  });

  test('who is new to the register but has the same name and number: likely or sure by the words alone', () => {
    const one = person(201);
    appeal(301, one, 3);
    expect(propose(sameWordsAs(one))).toMatchObject({ sign: '2.4', same: 'sure' });
    const hinted = {
      ...sameWordsAs(one),
      phone: '+380671112233' as never,
      address: { ...place, street: '' },
    };
    expect(propose(hinted)).toMatchObject({ sign: '2.1', earlier: null });
  });

  test('who joined the appeal of another: it counts as theirs', () => {
    const owner = person(201, { phone: '+380671112233' as never, surname: 'Бойко' });
    const neighbour = person(202);
    const joined = {
      applicant: neighbour.id,
      number: 'ДН-9',
      call: null,
      at: '2026-11-20T10:00:00.000Z',
      by: uuid(11),
    };
    appeal(301, owner, 3, { coApplicants: [joined as never] });
    expect(propose(neighbour)).toMatchObject({ sign: '2.4', earlier: { id: uuid(301) } });
  });

  test('of a protected person nothing is told', () => {
    const one = person(201, { isProtected: true });
    appeal(301, one, 3);
    expect(propose(one)).toMatchObject({ sign: '2.1', earlier: null, others: 0 });
    expect(propose(sameWordsAs(one))).toMatchObject({ sign: '2.1', earlier: null });
  });

  test('who is put to an open shared problem of five: mass, whenever the others called; once it has ended, no more', () => {
    const problem = { id: uuid(500), region: REGION, title: 'Немає води', topic, place, state: 'open' };
    put('problem', problem as never);
    for (let i = 0; i < 4; i += 1) {
      const other = person(210 + i, { surname: `Сусід${i}`, phone: `+38067111220${i}` as never });
      appeal(310 + i, other, 5, { problem: problem.id as never });
    }
    const caller = sameWordsAs(person(201));
    expect(propose(caller, { problem: problem.id })).toMatchObject({
      sign: '2.5',
      reason: 'shared',
      people: 5,
    });
    expect(propose(caller)).toMatchObject({ sign: '2.1' });
    put('problem', { ...problem, state: 'ended' } as never);
    expect(propose(caller, { problem: problem.id })).toMatchObject({ sign: '2.1' });
  });

  test('who is the fifth within a day about one street: mass; yesterday’s and other streets’ do not count', () => {
    const surnames = ['Бойко', 'Мельник', 'Коваль', 'Ткач'];
    surnames.forEach((surname, i) => {
      const other = person(210 + i, { surname, phone: `+38067111220${i}` as never });
      appeal(310 + i, other, 0);
    });
    const caller = sameWordsAs(person(201));
    expect(propose(caller)).toMatchObject({ sign: '2.5', reason: 'mass', people: 5, earlier: null });
    appeal(313, person(213, { surname: 'Ткач', phone: '+380671112203' as never }), 2);
    expect(propose(caller)).toMatchObject({ sign: '2.1', people: 4 });
  });
});

test('a repeat leads to what it repeats, and back', () => {
  const one = person(201);
  const first = appeal(301, one, 60);
  const second = appeal(302, one, 0, { previous: first.id, receiptSign: '2.2' });
  const today = legalDay(at.desk.time.serverMs());
  expect(chainOf(at.desk, second, today)).toMatchObject({
    previous: { id: first.id, term: 'missed' },
    repeats: [],
  });
  expect(chainOf(at.desk, first, today)).toMatchObject({
    previous: null,
    repeats: [{ id: second.id, number: second.number, sign: '2.2' }],
  });
  const corrected = appeal(302, one, 0, { previous: first.id, receiptSign: '2.1' });
  expect(chainOf(at.desk, corrected, today).previous).toBeNull();
  expect(chainOf(at.desk, first, today).repeats).toEqual([]);
});
