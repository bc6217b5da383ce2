import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { submit } from '../../../../../src-main/data/command/submit.ts';
import { liveBoard } from '../../../../../src-main/data/query/boardLive.ts';
import { planMoves } from '../../../../../src-main/data/query/boardPlan.ts';
import { EVERYTHING } from '../../../../../src-shared/appeal/browse.ts';
import type { Appeal, AppealCard } from '../../../../../src-shared/appeal/model.ts';
import { moveInSteps } from '../../../../../src-shared/board/moving.ts';
import { MOST_MOVED, type WorkMeant } from '../../../../../src-shared/board/queries.ts';
import { takenBack } from '../../../../../src-shared/board/share.ts';
import type { OperatorId } from '../../../../../src-shared/brand.ts';
import { legalDay } from '../../../../../src-shared/clock.ts';
import type { SubmitInput } from '../../../../../src-shared/command/queries.ts';
import type { Operator } from '../../../../../src-shared/operator/model.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { aCard, removeFolders } from '../../../../support/workstation.ts';

let of: TestDesk;
let koval: OperatorId;
let bondar: OperatorId;
let oliinyk: OperatorId;
beforeEach(async () => {
  of = await aTestDesk();
  [koval, bondar, oliinyk] = [person('Коваль'), person('Бондар'), person('Олійник')];
});
afterEach(() => of.close());
afterAll(removeFolders);

function person(name: string): OperatorId {
  const id = randomUUID() as OperatorId;
  const doc: Operator = { id, region: REGION, name, role: 'operator', active: true };
  of.desk.stores.records.record.predict({ type: 'operator', id, doc }, REGION);
  return id;
}

/** Registers an appeal and gives it to somebody; gives its id. */
function appealOf(assignee: OperatorId | null, district = 'kramatorskyi'): string {
  const appeal = randomUUID();
  const card = aCard({ topic: '08.01', text: 'Немає води.' }) as AppealCard;
  const applicant = { ...card.applicant, id: randomUUID() };
  const payload = { appeal, call: null, card: { ...card, applicant, place: { ...card.place, district } } };
  expect(of.act([{ kind: 'appeal.register', payload }])).toBeNull();
  const doc = { ...appealNow(appeal), assignee };
  of.desk.stores.records.record.predict({ type: 'appeal', id: appeal as Appeal['id'], doc }, REGION);
  return appeal;
}

function appealNow(id: string): Appeal {
  const found = of.desk.stores.records.record.get('appeal', id);
  if (found === undefined) throw new Error('no such appeal');
  return found;
}

function plan(meant: Partial<WorkMeant['filter']>, to: (OperatorId | null)[]) {
  const filter = { ...EVERYTHING, ...meant };
  return planMoves(of.desk, of.session.operator.id, { of: { filter, overdueOnly: false }, to }, () =>
    Promise.resolve(),
  );
}

const act = (commands: SubmitInput['commands']) =>
  Promise.resolve(
    submit(of.desk, of.session, of.enrolment, { action: randomUUID(), commands, consumes: [] }),
  );

const owners = (ids: readonly string[]) => ids.map((id) => appealNow(id).assignee);

test('work of one person is shared by who has least, shown before anything moves, and taken back at once', async () => {
  const ids = Array.from({ length: 6 }, () => appealOf(koval));
  appealOf(bondar);
  appealOf(bondar);
  const shown = await plan({ assignee: koval }, [bondar, oliinyk]);
  expect(shown).toMatchObject({ total: 6, stay: 0, left: 0 });
  expect(shown.shares).toMatchObject([
    { to: bondar, holds: 2, gets: 2 },
    { to: oliinyk, holds: 0, gets: 4 },
  ]);
  expect(owners(ids)).toEqual(ids.map(() => koval));

  const moved = await moveInSteps(shown.moves, act, () => true);
  expect(moved).toMatchObject({ kept: [], problem: null });
  expect(moved.done).toHaveLength(6);
  expect(owners(ids).filter((owner) => owner === oliinyk)).toHaveLength(4);
  expect(owners(ids)).not.toContain(koval);

  await moveInSteps(takenBack(moved.done), act, () => true);
  expect(owners(ids)).toEqual(ids.map(() => koval));
});

test('nobody is a choice of its own; no receiver moves nothing; what is closed is never meant', async () => {
  const [open, closed] = [appealOf(koval), appealOf(koval)];
  const doc: Appeal = { ...appealNow(closed), status: 'closed' };
  of.desk.stores.records.record.predict({ type: 'appeal', id: doc.id, doc }, REGION);
  expect(await plan({ assignee: koval }, [])).toMatchObject({ total: 1, moves: [], shares: [] });
  const { moves } = await plan({ assignee: koval }, [null]);
  expect(moves).toEqual([{ appeal: open, from: koval, to: null }]);
  await moveInSteps(moves, act, () => true);
  expect(owners([open, closed])).toEqual([null, koval]);
});

test('the conditions of the list choose, and what receivers have already stays', async () => {
  const here = appealOf(koval, 'pokrovskyi');
  appealOf(koval, 'kramatorskyi');
  appealOf(bondar, 'pokrovskyi');
  const shown = await plan({ district: 'pokrovskyi' }, [bondar]);
  expect(shown).toMatchObject({ total: 2, stay: 1, moves: [{ appeal: here, from: koval, to: bondar }] });
  expect(shown.total).toBeLessThan(MOST_MOVED);
});

test('one that somebody else gave away meanwhile stays there; the others of its act are moved', async () => {
  const ids = Array.from({ length: 5 }, () => appealOf(koval));
  const { moves } = await plan({ assignee: koval }, [bondar]);
  const third = moves[2]?.appeal ?? '';
  expect(
    of.act([{ kind: 'appeal.assign', payload: { appeal: third, from: koval, to: oliinyk } }]),
  ).toBeNull();
  const { done, kept, problem } = await moveInSteps(moves, act, () => true);
  expect({ done: done.length, kept: kept.map(({ appeal }) => appeal), problem }).toEqual({
    done: 4,
    kept: [third],
    problem: null,
  });
  expect(owners(ids.filter((id) => id !== third))).toEqual([bondar, bondar, bondar, bondar]);
  expect(owners([third])).toEqual([oliinyk]);
});

test('stopped after an act, the rest is where it was and can be taken back', async () => {
  for (let made = 0; made < 60; made += 1) appealOf(koval);
  const { moves } = await plan({ assignee: koval }, [bondar]);
  const { done } = await moveInSteps(moves, act, () => false);
  expect(done).toHaveLength(50);
  expect((await plan({ assignee: koval }, [])).total).toBe(10);
  await moveInSteps(takenBack(done), act, () => true);
  expect((await plan({ assignee: koval }, [])).total).toBe(60);
});

test('the board counts open work by person, with nobody, and over the term', () => {
  const due = (id: string, end: string) => {
    const was = appealNow(id);
    const term = { ...was.term, due: end } as Appeal['term'];
    of.desk.stores.records.record.predict({ type: 'appeal', id: was.id, doc: { ...was, term } }, REGION);
  };
  const [late, soon] = [appealOf(koval), appealOf(koval)];
  appealOf(koval);
  appealOf(null);
  due(late, '2020-01-10');
  due(soon, legalDay(of.desk.time.serverMs()));
  const { people, unassigned, overdue } = liveBoard(of.desk);
  const workOf = (id: string) => people.find(({ operator }) => operator === id)?.work;
  expect(workOf(koval)).toEqual({ open: 3, urgent: 0, overdue: 1, near: 1 });
  expect(workOf(bondar)).toEqual({ open: 0, urgent: 0, overdue: 0, near: 0 });
  expect(unassigned.open).toBe(1);
  expect(overdue.open).toBe(1);
});

test('a call that begins shows at once who talks, and its end that they are free', () => {
  const call = randomUUID();
  const me = () => liveBoard(of.desk).people.find(({ operator }) => operator === of.session.operator.id);
  expect(me()).toMatchObject({ state: 'absent', callsToday: 0 });
  expect(of.act([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }])).toBeNull();
  expect(me()).toMatchObject({ state: 'talking', callsToday: 1 });
  expect(
    of.act([{ kind: 'call.finish', payload: { call, code: 'silent', phone: null, phoneRaw: '' } }]),
  ).toBeNull();
  expect(me()).toMatchObject({ state: 'free', callsToday: 1 });
});
