import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openTestWorkstation, removeFolders, type TestWorkstation } from '../support/workstation.ts';
import { aCard, aPerson } from '../unit/src-shared/builders.ts';

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

async function settled(...desks: readonly TestWorkstation[]): Promise<void> {
  for (const desk of [...desks, ...desks]) {
    desk.nudge();
    await desk.settled();
  }
}

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

/** Registers an appeal of a new person. */
async function register(desk: TestWorkstation, phone: string, surname: string) {
  const [call, appeal, applicant] = [randomUUID(), randomUUID(), randomUUID()];
  const card = aCard({ applicant: aPerson({ id: applicant as never, phone, surname }) });
  await desk.submit([
    { kind: 'call.start', payload: { call, phone, phoneRaw: phone } },
    { kind: 'appeal.register', payload: { appeal, call, card } },
    { kind: 'call.finish', payload: { call, phone, phoneRaw: phone, code: null } },
  ]);
  return { appeal, applicant };
}

test('one person known at two workstations without a network: both cards, both mergers and an undo come to one picture', async () => {
  const [koval, bondar] = [await aDesk('koval'), await aDesk('bondar')];
  const phone = '+380501110099';
  koval.line.cut();
  bondar.line.cut();
  const one = await register(koval, phone, 'Лук’яненко');
  const two = await register(bondar, phone, "Лук'яненко");
  koval.line.mend();
  bondar.line.mend();
  await settled(koval, bondar);

  // Each merges the other way round while the line is cut: the later one changes nothing any more, the cards are one.
  koval.line.cut();
  bondar.line.cut();
  await koval.submit([{ kind: 'applicant.merge', payload: { from: two.applicant, into: one.applicant } }]);
  await bondar.submit([{ kind: 'applicant.merge', payload: { from: one.applicant, into: two.applicant } }]);
  koval.line.mend();
  await settled(koval);
  bondar.line.mend();
  await settled(bondar, koval);
  const seen = async (desk: TestWorkstation) => (await desk.get('caller.who', { phone, call: null })).people;
  for (const desk of [koval, bondar]) {
    await expect.poll(async () => (await seen(desk)).length).toBe(1);
    const [person, ...others] = await seen(desk);
    expect(others).toEqual([]);
    expect(person?.id).toBe(one.applicant);
    expect(person?.appeals.map(({ id }) => id as string).sort()).toEqual([one.appeal, two.appeal].sort());
  }
  await bondar.submit([{ kind: 'applicant.unmerge', payload: { applicant: two.applicant } }]);
  await settled(bondar, koval);
  await expect.poll(async () => (await seen(koval)).length).toBe(2);
  expect(await seen(koval)).toEqual(await seen(bondar));
});

test('a question about an appeal is one consultation of the day, at the centre as here', async () => {
  const desk = await aDesk('koval');
  const phone = '+380501110088';
  const { appeal } = await register(desk, phone, 'Ткач');
  const before = await desk.get('call.today', {});
  const [call, consultation] = [randomUUID(), randomUUID()];
  await desk.submit([
    { kind: 'call.start', payload: { call, phone, phoneRaw: phone } },
    { kind: 'appeal.inquire', payload: { appeal, call, consultation, note: 'чекаємо відповіді' } },
    { kind: 'call.finish', payload: { call, phone, phoneRaw: phone, code: null } },
  ]);
  await settled(desk);
  const after = await desk.get('call.today', {});
  expect(after.consultations).toBe(before.consultations + 1);
  expect(after.calls).toBe(before.calls + 1);
  expect(after.appeals).toBe(before.appeals);
  const detail = await desk.get('appeal.get', { appeal: appeal as never });
  expect(detail?.history.at(-1)).toMatchObject({
    kind: 'appeal.inquire',
    data: { note: 'чекаємо відповіді' },
  });
  const { calls } = await desk.get('caller.who', { phone, call: null });
  expect(calls[0]).toMatchObject({ outcome: 'consultation', answer: 'чекаємо відповіді' });
});

test('a mark on a number, protection and opening with a reason hold at every workstation', async () => {
  const [lead, koval] = [await aDesk('shevchuk'), await aDesk('koval')];
  const phone = '+380501110077';
  const { applicant } = await register(lead, phone, 'Бондаренко');
  await lead.submit([{ kind: 'applicant.protect', payload: { applicant, isProtected: true } }]);
  await lead.submit([{ kind: 'applicant.open', payload: { applicant, reason: 'перевірка' } }]);
  const mark = { mark: randomUUID(), phone, kind: 'shared', note: 'лікарня' };
  await koval.submit([{ kind: 'phone.mark', payload: mark }]);
  await settled(lead, koval);
  await expect.poll(async () => (await lead.get('caller.who', { phone, call: null })).mark).not.toBeNull();
  expect(await lead.get('caller.who', { phone, call: null })).toMatchObject({
    people: [],
    mark: { kind: 'shared' },
  });
  const ask = { applicant: applicant as never };
  expect(await lead.get('applicant.get', ask)).toMatchObject({ isHidden: false, delivery: 'accepted' });
  await expect.poll(async () => (await koval.get('applicant.get', ask))?.isHidden).toBe(true);
  expect(await koval.get('applicant.get', ask)).toMatchObject({
    isHidden: true,
    mayOpen: false,
    appeals: [],
  });
  expect((await lead.get('sync.status', {})).attention).toBe(0);
});
