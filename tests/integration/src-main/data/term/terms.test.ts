import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listTerms } from '../../../../../src-main/data/term/dueList.ts';
import { listOwed } from '../../../../../src-main/data/term/owed.ts';
import { previewCalendar } from '../../../../../src-main/data/term/preview.ts';
import { calendarRecord, regionCalendar } from '../../../../../src-main/data/term/regionCalendar.ts';
import { createReminders } from '../../../../../src-main/data/term/reminders.ts';
import type { Appeal, AppealCard } from '../../../../../src-shared/appeal/model.ts';
import { legalDay } from '../../../../../src-shared/clock.ts';
import type { Execution } from '../../../../../src-shared/control/model.ts';
import { write } from '../../../../../src-shared/record/model.ts';
import { addDays, CALENDAR, type Calendar } from '../../../../../src-shared/term/calendar.ts';
import { termOf } from '../../../../../src-shared/term/term.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { aCard, removeFolders } from '../../../../support/workstation.ts';

/** Open day and night on every day, so that the tests do not depend on when they run. */
const ALWAYS = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };
const breathe = () => Promise.resolve();

let of: TestDesk;
let today: string;
beforeEach(async () => {
  of = await aTestDesk();
  today = legalDay(of.desk.time.serverMs());
});
afterEach(() => of.close());
afterAll(removeFolders);

function register(): string {
  const appeal = randomUUID();
  const card = aCard({}) as AppealCard;
  const payload = {
    appeal,
    call: null,
    card: { ...card, applicant: { ...card.applicant, id: randomUUID() } },
  };
  expect(of.act([{ kind: 'appeal.register', payload }])).toBeNull();
  return appeal;
}

const held = (id: string) => of.desk.stores.records.record.get('appeal', id) as Appeal;

/** An appeal whose term ends on a day, as the centre would send it. */
function endsOn(due: string, over: Partial<Appeal> = {}): string {
  const appeal = held(register());
  const { term } = appeal;
  if (term === undefined) throw new Error('registered without a term');
  const doc = { ...appeal, term: { ...term, due }, ...over };
  of.desk.stores.records.record.predict(write('appeal', doc), REGION);
  return appeal.id;
}

/** One without a stored term, as releases before calendars wrote it. */
function fromBefore(): string {
  const { term: _term, ...appeal } = held(register());
  of.desk.stores.records.record.predict(write('appeal', appeal), REGION);
  return appeal.id;
}

const saved = (content: Calendar, expected: number) =>
  of.act([{ kind: 'calendar.save', payload: { expected, content } }]);
const list = (scope: 'mine' | 'all' | 'nobody', state: 'overdue' | 'today' | 'soon' | null) =>
  listTerms(of.desk, () => false, of.session.operator.id, { scope, state, limit: 100 });

test('an appeal is registered with its term, and says by which version of which rule', () => {
  expect(held(register()).term).toEqual({
    rule: 'appeal_general',
    ruleFrom: null,
    received: today,
    due: termOf('appeal_general', today).due,
    control: termOf('appeal_general', today).control,
    extensions: [],
  });
});

test('a changed calendar shows what moves, moves nothing by itself, and the former one brings it back', async () => {
  const { due } = termOf('appeal_general', today);
  const [one, old] = [register(), fromBefore()];
  const closed = endsOn(due, { status: 'closed' });
  const order = { day: due, isWorking: false, reason: 'Наказ 12' };
  const changed = { ...CALENDAR, days: [order] };
  const later = termOf('appeal_general', today, changed).due;

  const before = await previewCalendar(of.desk, changed, breathe);
  expect(before).toMatchObject({ examined: 2, later: 2, earlier: 0 });
  expect(before.lines.map(({ from, to }) => [from, to])).toEqual([
    [due, later],
    [due, later],
  ]);
  expect(saved(changed, 0)).toBeNull();
  expect(held(one).term?.due).toBe(due);
  for (const appeal of [...before.ids, closed as never])
    expect(of.act([{ kind: 'appeal.recount', payload: { appeal } }])).toBeNull();
  expect([held(one).term?.due, held(old).term?.due]).toEqual([later, later]);
  expect(held(closed).term?.due).toBe(due);
  expect((await previewCalendar(of.desk, regionCalendar(of.desk), breathe)).ids).toEqual([]);
  expect(of.desk.stores.records.history.of(one).at(-1)).toMatchObject({
    kind: 'appeal.recount',
    data: { due: later, before: due },
  });

  // Registered by the changed calendar from now on.
  expect(held(register()).term?.due).toBe(later);
  expect(saved(CALENDAR, 1)).toBeNull();
  const back = await previewCalendar(of.desk, regionCalendar(of.desk), breathe);
  expect(back).toMatchObject({ earlier: 3, later: 0 });
});

test('a calendar somebody else changed meanwhile, or by which nothing can be counted, is not saved', () => {
  expect(saved(CALENDAR, 0)).toBeNull();
  expect(saved(CALENDAR, 0)).toBe('calendar_changed');
  expect(calendarRecord(of.desk)?.revision).toBe(1);
  expect(saved({ ...CALENDAR, rules: [] }, 1)).toBe('calendar_faulty');
});

test('open terms are listed by their end, with exact counts, those older than calendars among them', () => {
  const over = endsOn(addDays(today, -2));
  const now = endsOn(today);
  const soon = endsOn(addDays(today, 3), { urgent: true });
  const soonToo = endsOn(addDays(today, 3));
  const free = endsOn(addDays(today, 1), { assignee: null });
  endsOn(addDays(today, -9), { status: 'answered' });
  fromBefore();
  expect(list('mine', null).counts).toEqual({ overdue: 1, today: 1, soon: 2, week: 0, later: 1 });
  expect(
    list('mine', null)
      .lines.map(({ id }) => id)
      .slice(0, 3),
  ).toEqual([over, now, soon]);
  expect(list('all', 'soon').lines.map(({ id }) => id)).toEqual([free, soon, soonToo]);
  expect(list('nobody', null).lines.map(({ id }) => id)).toEqual([free]);
  expect(list('all', 'overdue').counts.later).toBe(1);
});

test('a person is reminded once of each thing, of everything at once, after a restart too', async () => {
  expect(saved({ ...CALENDAR, hours: ALWAYS }, 0)).toBeNull();
  endsOn(addDays(today, -2));
  endsOn(today);
  endsOn(today, { assignee: null });
  endsOn(today, { assignee: randomUUID() as never });
  const reminders = createReminders(of.desk);
  const { operator } = of.session;
  const first = reminders.due(operator);
  expect(first?.groups.slice(0, 2)).toEqual([
    { kind: 'overdue', days: 0, count: 1 },
    { kind: 'today', days: 0, count: 2 },
  ]);
  // Not yet shown: it is told again.
  expect(reminders.due(operator)?.groups).toEqual(first?.groups);
  reminders.told(operator, reminders.due(operator)?.key ?? '');
  expect(reminders.due(operator)).toBeNull();
  const { dir, key } = of;
  of.close();
  of = await aTestDesk({ dir, key });
  expect(createReminders(of.desk).due(operator)).toBeNull();
  endsOn(today);
  expect(createReminders(of.desk).due(operator)?.groups).toEqual([{ kind: 'today', days: 0, count: 1 }]);
});

test('nobody is reminded while the centre is closed', () => {
  const closed = { day: today, isWorking: false, reason: 'Вихідний' };
  expect(saved({ ...CALENDAR, hours: ALWAYS, days: [closed] }, 0)).toBeNull();
  endsOn(addDays(today, -2));
  expect(createReminders(of.desk).due(of.session.operator)).toBeNull();
});

test('a body is reminded once of all that it owes, and each appeal says so; what is far or answered is left out', () => {
  const forward = (appeal: string) => {
    const payload = {
      appeal,
      authority: 'water-utility',
      channel: 'phone',
      note: '',
      role: null,
      again: null,
    };
    expect(of.act([{ kind: 'appeal.forward', payload }])).toBeNull();
    const part = held(appeal).forwardings.at(-1)?.execution ?? '';
    const { due } = held(appeal).term ?? { due: '' };
    const doc = { ...of.desk.stores.records.record.get('execution', part), due } as Execution;
    of.desk.stores.records.record.predict(write('execution', doc), REGION);
    return part;
  };
  const late = endsOn(addDays(today, -2));
  const soon = endsOn(addDays(today, 2));
  const parts = [forward(late), forward(soon)];
  forward(register());
  const owed = listOwed(of.desk);
  expect(owed.bodies).toMatchObject([
    { authority: 'water-utility', overdue: 1, near: 1, answers: [{ appeal: late }, { appeal: soon }] },
  ]);
  const reminders = [late, soon].map((appeal, at) => ({
    kind: 'execution.contact',
    payload: { appeal, execution: parts[at], kind: 'reminder', channel: 'phone', to: null, note: 'черговий' },
  }));
  expect(of.act(reminders as never)).toBeNull();
  expect(listOwed(of.desk).bodies[0]?.answers.map((answer) => answer.reminders)).toEqual([1, 1]);
});
