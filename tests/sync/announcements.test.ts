import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openTestWorkstation, removeFolders, type TestWorkstation } from '../support/workstation.ts';

const HOUR_MS = 3_600_000;
const TOPIC = '03.01';
const GARDEN = { district: 'bakhmut', settlement: 'Бахмут', street: 'вул. Садова', building: '7' };

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

async function announce(
  desk: TestWorkstation,
  announcement: string,
  title: string,
  expected = 0,
): Promise<void> {
  const now = Date.now();
  const text = {
    title,
    body: 'Ремонт водогону',
    topics: [TOPIC],
    areas: [{ district: 'bakhmut', settlement: 'Бахмут', streets: ['Садова 1-25'] }],
    from: new Date(now - HOUR_MS).toISOString(),
    until: new Date(now + HOUR_MS).toISOString(),
  };
  await desk.submit([{ kind: 'announcement.save', payload: { announcement, expected, text } }]);
}

/** One more caller is told. */
async function tell(desk: TestWorkstation, announcement: string): Promise<void> {
  const call = randomUUID();
  const payload = {
    announcement,
    call,
    consultation: randomUUID(),
    topic: TOPIC,
    district: 'bakhmut',
    said: 'Немає води',
  };
  await desk.submit([
    { kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } },
    { kind: 'announcement.tell', payload },
    { kind: 'call.finish', payload: { call, phone: null, phoneRaw: '', code: null } },
  ]);
}

const found = async (desk: TestWorkstation) =>
  (await desk.get('announcement.at', { topic: TOPIC, places: [GARDEN], notes: '', phone: '' })).found;
const lineOf = async (desk: TestWorkstation, announcement: string) =>
  (await desk.get('announcement.list', {})).lines.find((line) => line.announcement.id === announcement);

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

describe('what a lead announces', () => {
  test('stands at every workstation, and everybody who was told is counted once, however long a machine was cut off', async () => {
    const lead = await aDesk('shevchuk');
    const announcement = randomUUID();
    await announce(lead, announcement, 'Немає води до 18:00');
    await settled(lead);

    const [koval, bondar] = [await aDesk('koval'), await aDesk('bondar')];
    expect(await found(koval)).toMatchObject([{ announcement: { id: announcement }, fit: 'inside' }]);
    koval.line.cut();
    bondar.line.cut();
    await tell(koval, announcement);
    await tell(koval, announcement);
    await tell(bondar, announcement);
    expect((await lineOf(koval, announcement))?.announcement.told).toBe(2);
    // Meanwhile its end is put off: the count and the new words do not get into each other's way.
    await announce(lead, announcement, 'Немає води до 20:00', 1);
    await settled(lead);
    koval.line.mend();
    bondar.line.mend();
    await settled(koval);
    await settled(bondar);
    const witness = await aDesk('shevchuk');
    expect((await lineOf(witness, announcement))?.announcement).toMatchObject({
      title: 'Немає води до 20:00',
      told: 3,
      version: 2,
    });
  });

  test('one that was withdrawn leaves the others’ screens, and telling it while cut off counts all the same', async () => {
    const lead = await aDesk('shevchuk');
    const announcement = randomUUID();
    await announce(lead, announcement, 'Скасують');
    await settled(lead);
    const koval = await aDesk('koval');
    koval.line.cut();
    await tell(koval, announcement);
    await lead.submit([{ kind: 'announcement.withdraw', payload: { announcement, expected: 1 } }]);
    await settled(lead);
    koval.line.mend();
    await settled(koval);
    const witness = await aDesk('bondar');
    expect((await found(witness)).map((one) => one.announcement.id)).not.toContain(announcement);
    expect(await lineOf(witness, announcement)).toMatchObject({
      phase: 'withdrawn',
      announcement: { told: 1 },
    });
    const { items } = await koval.get('attention.list', {});
    expect(items).toEqual([]);
  });
});
