import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aLine,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});
afterAll(removeFolders);

async function aDesk(centre: TestServer, name: string, login: string): Promise<TestWorkstation> {
  const desk = await openTestWorkstation({ line: aLine(true) });
  open.push(desk);
  await desk.enrol(centre, name);
  await desk.signIn(login);
  await desk.settled();
  return desk;
}

/** A new, empty store under the same address. */
async function replaceStore(centre: TestServer): Promise<void> {
  await centre.stop();
  await rm(centre.dataDir, { recursive: true });
  await rm(`${centre.dataDir}.highwater.json`);
  await centre.start();
}

const stateOf = async (desk: TestWorkstation) => (await desk.get('sync.status', {})).state;
const pairAgain = async (centre: TestServer, desk: TestWorkstation, name: string) =>
  await desk.get('workstation.enrol', { server: centre.url, code: await centre.pairingCode(), name });

test('an empty server under the same address gets everything from each workstation', async () => {
  const centre = await startTestServer();
  open.push(centre);
  const one = await aDesk(centre, 'Стіл 1', 'koval');
  const two = await aDesk(centre, 'Стіл 2', 'bondar');
  const call = randomUUID();
  const appeals = [randomUUID(), randomUUID(), randomUUID()];
  await one.submit(aRegisteredCall(call, appeals[0]));
  await one.settled();
  await two.submit(aRegisteredCall(randomUUID(), appeals[1]));
  await two.settled();
  const told = async (desk: TestWorkstation) =>
    (await desk.get('appeal.list', { scope: 'all', urgentOnly: false, limit: 10 })).lines.map(
      ({ number }) => number,
    );
  await replaceStore(centre);

  // The secret is unknown there; work goes on.
  one.nudge();
  await one.until(async () => (await stateOf(one)) === 'signIn');
  await one.submit(aRegisteredCall(randomUUID(), appeals[2]));
  const numbers = [...(await told(one)), ...(await told(two))];

  // By hand, because a new store knows no workstation it could wait for: everybody is paired and has told, then it is closed.
  await centre.admin('recovery.begin');
  for (const [desk, name] of [
    [one, 'Стіл 1'],
    [two, 'Стіл 2'],
  ] as const) {
    await pairAgain(centre, desk, name);
    await desk.until(async () => (await desk.get('sync.status', {})).trouble === 'serverRecovering');
  }
  expect(await centre.admin('recovery.status')).toMatchObject({ open: { unknownOperators: [] } });
  await centre.admin('recovery.close');
  for (const desk of [one, two]) {
    desk.nudge();
    await desk.until(async () => (await stateOf(desk)) === 'connected');
    await desk.settled();
  }
  const { db } = centre.running.context.store;
  const receipts = await db.selectFrom('receipt').select(['outcome', 'code']).execute();
  expect(receipts).toEqual(receipts.map(() => ({ outcome: 'applied', code: null })));
  const used = await db
    .selectFrom('issued_number')
    .select('full_number')
    .where('state', '=', 'used')
    .execute();
  expect(used.map(({ full_number }) => full_number).sort()).toEqual([...new Set(numbers)].sort());
  for (const appeal of appeals) expect((await one.get('appeal.get', { appeal }))?.delivery).toBe('accepted');
});

test('a workstation the centre knows is paired once; at another address it is found again without a code', async () => {
  const centre = await startTestServer();
  open.push(centre);
  const desk = await aDesk(centre, 'Стіл 1', 'koval');
  const input = { server: centre.url, code: await centre.pairingCode(), name: 'Стіл 1' };
  expect((await desk.problem('workstation.enrol', input)).code).toBe('alreadyEnrolled');
  const other = centre.url.replace('127.0.0.1', 'localhost');
  const moved = await desk.get('workstation.enrol', { ...input, server: other });
  expect(moved.enrolment?.server).toBe(other);
});

test('a workstation that was shut out is not let in by saying who it was', async () => {
  const centre = await startTestServer();
  open.push(centre);
  const desk = await aDesk(centre, 'Стіл 1', 'koval');
  const { enrolment } = await desk.get('workstation.state', {});
  await centre.admin('workstation.revoke', { id: enrolment?.workstation });
  const input = { server: centre.url, code: await centre.pairingCode(), name: 'Стіл 1' };
  expect((await desk.problem('workstation.enrol', input)).code).toBe('notEnrolled');
  expect((await desk.get('workstation.state', {})).enrolment).toEqual(enrolment);
});
