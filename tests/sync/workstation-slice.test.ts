import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isProvisional, parseNumber } from '../../src-shared/number/number.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
let first: TestWorkstation;

beforeEach(async () => {
  server = await startTestServer();
  first = await openTestWorkstation();
  await first.enrol(server);
  await first.signIn();
  await first.settled();
});

afterEach(async () => {
  await first.close();
  await server.close();
});

afterAll(removeFolders);

describe('the slice', () => {
  test('registered while the server is down: final number at once, sent once when it comes back, no click', async () => {
    await server.stop();
    const appeal = randomUUID();
    const done = await first.submit(aRegisteredCall(randomUUID(), appeal));
    const number = done.commands.find(({ number }) => number !== null)?.number ?? '';
    expect(parseNumber(number)?.office).toBe('ДН');
    expect(isProvisional(number)).toBe(false);
    const shown = await first.get('appeal.get', { appeal });
    expect(shown?.appeal.number).toBe(number);
    await first.until(async () => (await first.get('sync.status', {})).state === 'offline');
    await first.until(async () => (await first.get('appeal.get', { appeal }))?.delivery === 'waiting');
    expect((await first.get('sync.status', {})).waiting).toBe(4);

    await server.start();
    await first.settled();
    const accepted = await first.get('appeal.get', { appeal });
    expect(accepted?.delivery).toBe('accepted');
    expect(accepted?.appeal.number).toBe(number);
    expect((await first.get('appeal.list', { scope: 'all', urgentOnly: false, limit: 50 })).total).toBe(1);
    expect(await first.get('call.today', {})).toMatchObject({ calls: 1, appeals: 1, consultations: 0 });
  });

  test('a lead on a second workstation sees it at once, reassigns it, and the operator is told', async () => {
    const second = await openTestWorkstation();
    const third = await openTestWorkstation();
    try {
      for (const [desk, login] of [
        [second, 'shevchuk'],
        [third, 'bondar'],
      ] as const) {
        await desk.enrol(server, login);
        await desk.signIn(login);
        await desk.settled();
      }
      const appeal = randomUUID();
      await first.submit(aRegisteredCall(randomUUID(), appeal));
      await second.until(async () => (await second.get('appeal.get', { appeal })) !== null);
      const seen = await second.get('appeal.get', { appeal });
      const { operators } = await second.get('operator.list', {});
      const to = operators.find(({ name }) => name.startsWith('Бондар'))?.id;
      const from = seen?.appeal.assignee;
      await second.submit([{ kind: 'appeal.assign', payload: { appeal, from, to } }]);
      await third.until(async () => (await third.get('notice.list', {})).notices.length === 1);
      expect(third.events.some(({ name }) => name === 'notice.changed')).toBe(true);
      const [notice] = (await third.get('notice.list', {})).notices;
      expect(notice).toMatchObject({ kind: 'assigned', appeal, number: seen?.appeal.number });
      expect(notice?.byName).toMatch(/^Шевчук/);
      await third.get('notice.seen', { notice: notice?.id ?? '' });
      expect((await third.get('notice.list', {})).notices).toEqual([]);

      const lists = await Promise.all(
        [first, second, third].map(async (desk) => {
          await desk.until(async () => (await desk.get('appeal.get', { appeal }))?.appeal.assignee === to);
          const detail = await desk.get('appeal.get', { appeal });
          return { appeal: detail?.appeal, history: detail?.history };
        }),
      );
      expect(lists[1]).toEqual(lists[0]);
      expect(lists[2]).toEqual(lists[0]);
    } finally {
      await second.close();
      await third.close();
    }
  });
});
