// Complaints about other products' queues, each as the right behaviour here: they stop once, say why, and go on by themselves.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../../src-main/data/sync/transport.ts';
import { aGate, newIds, shownOf, statusOf, untilState, useCentre } from '../../support/centre.ts';
import { startTestServer } from '../../support/server.ts';
import {
  aLine,
  anAnswer,
  aRegisteredCall,
  openTestWorkstation,
  type TestWorkstation,
} from '../../support/workstation.ts';

const centre = useCentre();

const attentionOf = async (desk: TestWorkstation) => (await desk.get('attention.list', {})).items;
const pushes = (desk: TestWorkstation) => desk.line.sent.filter(({ path }) => path === '/sync/push');

describe('once and only once', () => {
  test('the centre stores an appeal and its answer is lost, ten times over: one appeal, one number, "accepted" at the end', async () => {
    const desk = await centre.desk();
    const { call, appeal } = newIds();
    let lost = 0;
    desk.line.intercept(async (path, pass) => {
      const answer = await pass();
      if (path !== '/sync/push' || lost === 10) return answer;
      lost += 1;
      throw new Error('answer lost');
    });
    const told = await desk.submit(aRegisteredCall(call, appeal));
    await desk.settled();
    expect(lost).toBe(10);
    const shown = await shownOf(desk, appeal);
    expect(shown?.delivery).toBe('accepted');
    expect(shown?.appeal.number).toBe(told.commands.find(({ number }) => number !== null)?.number);
    expect(await centre.effects(appeal)).toEqual(['appeal.register']);
    const numbers = await centre.documents('number');
    expect(numbers.filter(({ doc }) => doc.appeal === appeal)).toHaveLength(1);
  });

  test('Enter pressed three times in a second, and once more after a restart: one appeal, the same number each time', async () => {
    const desk = await centre.desk();
    const { call, appeal } = newIds();
    const action = randomUUID();
    const commands = aRegisteredCall(call, appeal);
    const told = await Promise.all([1, 2, 3].map(() => desk.submit(commands, action)));
    const again = await desk.reopen();
    told.push(await again.submit(commands, action));
    expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await again.settled();
    expect(await centre.effects(appeal)).toEqual(['appeal.register']);
    await again.close();
  });
});

describe('the queue goes on by itself', () => {
  test('the server is away for many attempts and comes back: nobody touches anything, the queue leaves', async () => {
    const server = await startTestServer();
    const desk = await openTestWorkstation({ line: aLine(true), timing: { backoffMostMs: 60 } });
    try {
      await desk.enrol(server);
      await desk.signIn();
      await desk.settled();
      await server.stop();
      await desk.submit(aRegisteredCall());
      await untilState(desk, 'offline');
      const tries = desk.line.sent.length;
      // As twenty minutes of attempts at the stated interval would be.
      await desk.until(() => desk.line.sent.length >= tries + 20);
      await server.start();
      await desk.settled();
    } finally {
      await desk.close();
      await server.close();
    }
  });

  test('where only the timer is left: no wake-up, no event, no local act', async () => {
    const deaf = await centre.desk('bondar', { line: aLine(true), timing: { pollMs: 50 } });
    const desk = await centre.desk();
    const { call, appeal } = newIds();
    await desk.submit(aRegisteredCall(call, appeal));
    await deaf.until(async () => (await shownOf(deaf, appeal)) !== null);
  });

  test('where only events are left: the timer is an hour away; a change of the network, then a local act', async () => {
    const hour = 3600_000;
    const desk = await centre.desk('koval', {
      timing: { pollMs: hour, backoffFirstMs: hour, backoffMostMs: hour },
    });
    for (const event of ['network', 'act'] as const) {
      desk.line.cut();
      await desk.submit(aRegisteredCall());
      await untilState(desk, 'offline');
      desk.line.mend();
      if (event === 'network') desk.nudge();
      else await desk.submit(aRegisteredCall());
      await desk.settled();
    }
  });

  test('no probe decides: what answers in place of a health check is never asked, and sending is tried whatever it would say', async () => {
    const desk = await centre.desk();
    desk.line.sent.splice(0);
    desk.line.intercept(async (path, pass) =>
      path.startsWith('/sync') ? await pass() : anAnswer(200, '<html>Wi-Fi</html>'),
    );
    await desk.submit(aRegisteredCall());
    await desk.settled();
    expect(desk.line.sent.map(({ path }) => path)).not.toContain('/health');
  });

  test('an exchange that hangs fails after its limit with the time of the next attempt; "send now" is not refused meanwhile', async () => {
    const fresh = await centre.desk();
    const desk = await fresh.reopen({
      timing: { requestMs: 300, backoffFirstMs: 600_000, backoffMostMs: 600_000 },
    });
    let isHanging = true;
    desk.line.intercept((path, pass) =>
      path === '/sync/push' && isHanging
        ? new Promise((_resolve, reject) =>
            desk.line.lastSignal?.addEventListener('abort', () =>
              reject(new DOMException('', 'TimeoutError')),
            ),
          )
        : pass(),
    );
    await desk.submit(aRegisteredCall());
    await untilState(desk, 'offline');
    const failed = await statusOf(desk);
    expect(failed).toMatchObject({ trouble: 'timeout', waiting: 4 });
    expect(Date.parse(failed.nextAttemptAt ?? '')).toBeGreaterThan(Date.parse(failed.since));
    isHanging = false;
    await desk.get('sync.now', {});
    await desk.settled();
    await desk.close();
  });

  test('"send now" while something is being sent starts nothing beside it', async () => {
    const desk = await centre.desk();
    const gate = aGate();
    let together = 0;
    let most = 0;
    desk.line.intercept(async (path, pass) => {
      if (path !== '/sync/push') return await pass();
      together += 1;
      most = Math.max(most, together);
      await gate.pass();
      return await pass().finally(() => {
        together -= 1;
      });
    });
    await desk.submit(aRegisteredCall());
    await gate.reached;
    await desk.submit(aRegisteredCall());
    gate.open();
    await desk.settled();
    expect(most).toBe(1);
  });
});

describe('the queue stops at the first no', () => {
  const answers: [string, 'signIn' | 'offline', () => HttpAnswer][] = [
    ['sign in again', 'signIn', () => anAnswer(401, JSON.stringify({ error: { code: 'unauthorised' } }))],
    [
      'closed for maintenance',
      'offline',
      () => anAnswer(503, JSON.stringify({ error: { code: 'busy', retryAfterMs: 3600_000 } })),
    ],
    [
      'a proxy that closes for maintenance',
      'offline',
      () => anAnswer(503, '<html>', { 'retry-after': '3600' }),
    ],
    ['too many requests', 'offline', () => anAnswer(429, '', { 'retry-after': '3600' })],
  ];
  test.each(answers)(
    '300 waiting, "%s": one batch tried, one message, nothing marked as faulty, all of it sent later',
    async (_name, state, answer) => {
      const desk = await centre.desk();
      const items = await attentionOf(desk);
      desk.line.cut();
      const appeals = Array.from({ length: 75 }, () => randomUUID() as string);
      for (const appeal of appeals) await desk.submit(aRegisteredCall(randomUUID(), appeal));
      await untilState(desk, 'offline');
      desk.line.sent.splice(0);
      desk.line.intercept(async (path, pass) => (path === '/sync/push' ? answer() : await pass()));
      desk.line.mend();
      const told = desk.events.length;
      desk.nudge();
      await desk.until(() => pushes(desk).length > 0);
      await untilState(desk, state);
      const status = await statusOf(desk);
      expect(status.waiting).toBe(300);
      expect(pushes(desk)).toHaveLength(1);
      if (state === 'offline') {
        // Not before the server said.
        expect(Date.parse(status.nextAttemptAt ?? '')).toBeGreaterThan(Date.now() + 3000_000);
        expect(status.trouble).toBe('serverBusy');
      }
      expect(await attentionOf(desk)).toEqual(items);
      for (const appeal of appeals.slice(0, 3))
        expect((await shownOf(desk, appeal))?.delivery).toBe('waiting');
      const states = desk.events
        .slice(told)
        .filter(({ name }) => name === 'sync.changed')
        .map(({ payload }) => (payload as { state: string }).state);
      expect(new Set(states).size).toBeLessThanOrEqual(2);
      desk.line.intercept(null);
      desk.nudge();
      await desk.settled();
      for (const appeal of appeals) expect((await shownOf(desk, appeal))?.delivery).toBe('accepted');
    },
  );

  test('time-out, 500, 404 and certificate are four troubles with four texts in each language', async () => {
    const desk = await centre.desk();
    const certificate = Object.assign(new Error('self-signed certificate'), {
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const ways: [string, () => HttpAnswer | Error][] = [
      ['timeout', () => new DOMException('no answer in time', 'TimeoutError')],
      ['serverFault', () => anAnswer(500, '<html>Internal Server Error</html>')],
      ['foreignAnswer', () => anAnswer(404, '<html>Not Found</html>')],
      ['certificate', () => certificate],
    ];
    const found: string[] = [];
    for (const [trouble, answer] of ways) {
      desk.line.intercept(async () => {
        const given = answer();
        if (given instanceof Error) throw given;
        return given;
      });
      desk.nudge();
      await desk.until(async () => (await statusOf(desk)).trouble === trouble);
      found.push(trouble);
    }
    for (const language of ['uk', 'ru', 'en']) {
      const file = `../../../src-shared/locale/${language}/syncTrouble.json`;
      const texts = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Record<
        string,
        string
      >;
      const sentences = found.map((trouble) => texts[trouble]);
      expect(new Set(sentences).size).toBe(4);
      expect(sentences).not.toContain(undefined);
    }
    desk.line.intercept(null);
    await desk.settled();
  });
});
