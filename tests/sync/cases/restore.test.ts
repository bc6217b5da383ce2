// Public bug reports of other products about servers put back or made anew, each as what must hold here (cases 25 and 26).
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLife } from '../../../src-server/store/recovery.ts';
import { type Backup, backupOf } from '../../support/backup.ts';
import { newIds, shownOf, statusOf, untilState } from '../../support/centre.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import {
  aLine,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../../support/workstation.ts';

let server: TestServer;
const desks: TestWorkstation[] = [];

beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  await server.close();
});
afterAll(removeFolders);

/** @param pollMs far away unless the exchange has to come by itself: else each exchange is one that the test asks for */
async function aDesk(login: string, pollMs = 60_000): Promise<TestWorkstation> {
  const desk = await openTestWorkstation({ line: aLine(true), timing: { pollMs } });
  desks.push(desk);
  await desk.enrol(server, login);
  await desk.signIn(login);
  await desk.settled();
  return desk;
}

async function aBackup(): Promise<Backup> {
  await server.stop();
  const backup = await backupOf(server);
  await server.start();
  return backup;
}

async function putBack(backup: Backup): Promise<void> {
  await server.stop();
  await backup.restore();
  await server.start();
}

async function registered(desk: TestWorkstation): Promise<string> {
  const { call, appeal } = newIds();
  await desk.submit(aRegisteredCall(call, appeal));
  await desk.settled();
  return appeal;
}

/** Every workstation exchanges, twice: the second time brings what the others told in the first. */
async function exchangeAll(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const before = await Promise.all(desks.map(async (desk) => (await statusOf(desk)).lastSuccessAt));
    for (const desk of desks) desk.nudge();
    for (const [index, desk] of desks.entries()) {
      await desk.until(async () => (await statusOf(desk)).lastSuccessAt !== before[index]);
      await desk.settled();
    }
  }
}

const life = async () => await readLife(server.running.context.store.db);

describe('a server put back', () => {
  test('case 25: what workstations had been told was safe and the backup lacks is sent again, and is there as before', async () => {
    const [one, two] = [await aDesk('koval'), await aDesk('bondar')];
    const kept = await registered(one);
    const backup = await aBackup();
    const lost = [await registered(one), await registered(two)];
    const before = await Promise.all(lost.map((appeal, index) => shownOf(index === 0 ? one : two, appeal)));
    await putBack(backup);
    await exchangeAll();
    expect((await life()).recovery).toBeUndefined();
    for (const desk of [one, two]) {
      for (const [index, appeal] of lost.entries()) {
        const shown = await shownOf(desk, appeal);
        expect(shown?.appeal).toEqual(before[index]?.appeal);
        expect(shown?.history.map(({ id }) => id)).toEqual(before[index]?.history.map(({ id }) => id));
        expect(shown?.delivery).toBe('accepted');
      }
      expect((await shownOf(desk, kept))?.delivery).toBe('accepted');
      expect((await desk.get('attention.list', {})).items).toEqual([]);
    }
  });

  test('case 26: a server that has nothing but its workstations gets everything back from each of them', async () => {
    const [one, two] = [await aDesk('koval'), await aDesk('bondar')];
    const backup = await aBackup();
    const lost = [await registered(one), await registered(two), await registered(one)];
    await putBack(backup);
    await exchangeAll();
    for (const desk of [one, two])
      for (const appeal of lost) expect((await shownOf(desk, appeal))?.delivery).toBe('accepted');
  });

  test('case 26: a strange server under the same address is told nothing and takes nothing away', async () => {
    const one = await aDesk('koval');
    const appeal = await registered(one);
    await server.stop();
    const strange = await startTestServer({ port: Number(new URL(server.url).port) });
    try {
      const waiting = newIds();
      await one.submit(aRegisteredCall(waiting.call, waiting.appeal));
      await untilState(one, 'signIn');
      expect((await statusOf(one)).waiting).toBe(4);
      expect((await shownOf(one, appeal))?.delivery).toBe('accepted');
    } finally {
      await strange.close();
    }
    await server.start();
    one.nudge();
    await one.settled();
  });

  test('case 26: a standby that lagged and has since gone past the workstation is found out by the mark of the version', async () => {
    const [one, two] = [await aDesk('koval'), await aDesk('bondar', 100)];
    const backup = await aBackup();
    two.line.cut();
    const lost = await registered(one);
    await server.stop();
    await backup.restore();
    // The standby knows nothing of how far the lost server had come.
    const file = `${server.dataDir}.highwater.json`;
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), reached: null }));
    await server.start();
    two.line.mend();
    const later = [await registered(two), await registered(two)];
    expect((await life()).recovery).toBeUndefined();
    await exchangeAll();
    for (const desk of [one, two])
      for (const appeal of [lost, ...later]) expect((await shownOf(desk, appeal))?.delivery).toBe('accepted');
  });
});
