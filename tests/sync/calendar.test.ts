import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { legalDay } from '../../src-shared/clock.ts';
import { CALENDAR, type Calendar } from '../../src-shared/term/calendar.ts';
import { termOf } from '../../src-shared/term/term.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
const open: TestWorkstation[] = [];

async function aDesk(login: string): Promise<TestWorkstation> {
  const made = await openTestWorkstation();
  open.push(made);
  await made.enrol(server, login);
  await made.signIn(login);
  await made.settled();
  return made;
}

async function settled(desk: TestWorkstation): Promise<void> {
  desk.nudge();
  await desk.settled();
}

const ordered = (day: string, reason: string): Calendar => ({
  ...CALENDAR,
  days: [{ day, isWorking: false, reason }],
});
const save = (desk: TestWorkstation, content: Calendar, expected: number) =>
  desk.submit([{ kind: 'calendar.save', payload: { expected, content } }]);
const reasons = async (desk: TestWorkstation) =>
  (await desk.get('calendar.get', {})).content.days.map(({ reason }) => reason);
const dueOf = async (desk: TestWorkstation, appeal: string) =>
  (await desk.get('appeal.get', { appeal: appeal as never }))?.appeal.term?.due;

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

test('of two calendars changed apart the first to come stays, the other waits whole; an appeal registered without the centre is counted by the calendar the centre has', async () => {
  const { due } = termOf('appeal_general', legalDay(Date.now()));
  const later = termOf('appeal_general', legalDay(Date.now()), ordered(due, 'Наказ 1')).due;
  const [lead, other, operator] = [await aDesk('shevchuk'), await aDesk('shevchuk'), await aDesk('koval')];
  other.line.cut();
  operator.line.cut();
  await save(other, ordered(due, 'Наказ 2'), 0);
  expect(await reasons(other)).toEqual(['Наказ 2']);
  const appeal = randomUUID();
  await operator.submit(aRegisteredCall(randomUUID(), appeal));
  expect(await dueOf(operator, appeal)).toBe(due);

  await save(lead, ordered(due, 'Наказ 1'), 0);
  await settled(lead);
  other.line.mend();
  operator.line.mend();
  await settled(other);
  await settled(operator);
  expect(await reasons(other)).toEqual(['Наказ 1']);
  expect((await other.get('attention.list', {})).items).toMatchObject([
    {
      kind: 'calendar.save',
      code: 'calendar_changed',
      payload: { content: { days: [{ reason: 'Наказ 2' }] } },
    },
  ]);
  expect(await dueOf(operator, appeal)).toBe(later);
  // Both ways to count come to the same: nothing is left to be counted again.
  const now = (await operator.get('calendar.get', {})).content;
  expect((await operator.get('calendar.preview', { content: now })).ids).toEqual([]);
});
