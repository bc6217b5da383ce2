// Public bug reports of other products about the way to the server and about volume, each as what must hold here (cases 27 to 31).
import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppealId } from '../../../src-shared/brand.ts';
import type { PullAnswer } from '../../../src-shared/sync/pull.ts';
import { newIds, shownOf, statusOf, untilState, useCentre } from '../../support/centre.ts';
import { aClock, aFolder, aLine, anAnswer, aRegisteredCall } from '../../support/workstation.ts';

const centre = useCentre();

describe('on the way', () => {
  test('case 27: a limit on the way halves the batches down to one; what is too large alone comes before a person, the rest flows', async () => {
    const desk = await centre.desk();
    desk.line.cut();
    const call = randomUUID();
    const text = 'дуже довгий рядок '.repeat(200);
    await desk.submit([
      { kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } },
      { kind: 'call.note', payload: { call, lines: Array.from({ length: 10 }, () => ({ atMs: 0, text })) } },
    ]);
    const { appeal } = newIds();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    const sizes: number[] = [];
    desk.line.intercept(async (path, pass, body) => {
      if (path !== '/sync/push') return await pass();
      sizes.push((JSON.parse(body) as { commands: unknown[] }).commands.length);
      return body.length > 20_000 ? anAnswer(413, '<html>Request Entity Too Large</html>') : await pass();
    });
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    expect(sizes[0]).toBe(6);
    expect(sizes).toContain(1);
    const { items } = await desk.get('attention.list', {});
    expect(items).toMatchObject([{ kind: 'call.note', code: 'oversize' }]);
    expect(JSON.stringify(items[0]?.payload)).toContain(text);
    expect((await shownOf(desk, appeal))?.delivery).toBe('accepted');
  });

  test('case 28: two hundred thousand records in one answer overflow nothing', async () => {
    const desk = await centre.desk();
    let isSent = false;
    desk.line.intercept(async (path, pass) => {
      const answer = await pass();
      if (path !== '/sync/pull' || isSent) return answer;
      isSent = true;
      const page = JSON.parse(await answer.text()) as PullAnswer;
      const version = page.cursor.regions.dn?.[0] ?? 1;
      const place = { region: 'dn', version, ordinal: 0, deleted: false, left: null };
      const rows = Array.from({ length: 200_000 }, (_, index) => ({
        ...place,
        type: 'call',
        id: `many-${index}`,
        doc: { id: `many-${index}` },
      }));
      return anAnswer(200, JSON.stringify({ ...page, rows: [...page.rows, ...rows] }));
    });
    const told = desk.events.length;
    const changes = () => desk.events.slice(told).filter(({ name }) => name === 'records.changed');
    desk.nudge();
    await desk.until(() => changes().length > 0);
    // So many are announced as "many": no list of them travels to the window.
    expect(changes()[0]?.payload).toMatchObject({ ids: [] });
    await desk.settled();
    const { appeal } = newIds();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await desk.settled();
    expect((await shownOf(desk, appeal))?.delivery).toBe('accepted');
  });

  test.each([
    ["a captive page's 200", 200, '<html><body>Wi-Fi</body></html>', {}],
    ['an empty 200', 200, '', {}],
    ['a redirect', 302, '', { location: 'http://portal.example/' }],
    ["another server's JSON", 200, '{"status":"ok","request":"1"}', {}],
    ["a proxy's page of errors", 502, '<html>Bad Gateway</html>', {}],
  ] as const)(
    'case 29: %s is no delivery: the queue stays as it is, and it is said that there is no connection',
    async (_name, httpStatus, text, headers) => {
      const desk = await centre.desk();
      const { items } = await desk.get('attention.list', {});
      desk.line.intercept(async () => anAnswer(httpStatus, text, headers));
      const { call, appeal } = newIds();
      await desk.submit(aRegisteredCall(call, appeal));
      await untilState(desk, 'offline');
      expect(await statusOf(desk)).toMatchObject({
        waiting: 4,
        trouble: httpStatus === 502 ? 'serverFault' : 'foreignAnswer',
      });
      expect((await shownOf(desk, appeal))?.delivery).toBe('waiting');
      expect((await desk.get('attention.list', {})).items).toEqual(items);
      desk.line.intercept(null);
      await desk.settled();
      expect(await centre.effects(appeal)).toEqual(['appeal.register']);
    },
  );

  test('case 30: after sleep a socket that looks open and is dead is dropped, and new work is seen at once', async () => {
    const { proxy, server } = await centre.proxy();
    const clock = aClock();
    const sleeper = await centre.open({ clock });
    await sleeper.enrol(server, 'koval');
    await sleeper.signIn();
    await sleeper.settled();
    proxy.harm({ name: 'silence' });
    const other = await centre.desk('bondar');
    const { call, appeal } = newIds();
    await other.submit(aRegisteredCall(call, appeal));
    await other.settled();
    // The wake-up was sent into the silence.
    await proxy.met();
    proxy.heal();
    clock.shiftBoth(8 * 3600_000);
    expect(await shownOf(sleeper, appeal)).toBeNull();
    sleeper.nudge();
    await sleeper.until(async () => (await shownOf(sleeper, appeal)) !== null);
  });

  test('case 31: a file whose source is deleted right after it was attached still reaches the centre after a restart', async () => {
    const desk = await centre.desk();
    desk.line.cut();
    const { call, appeal } = newIds();
    await desk.submit(aRegisteredCall(call, appeal));
    const path = join(await aFolder(), 'доказ.jpg');
    writeFileSync(path, randomBytes(50_000));
    expect(await desk.call('attachment.add', { appeal, path })).toMatchObject({ ok: true });
    rmSync(path);
    const next = await desk.reopen({ line: aLine() });
    await next.until(async () => {
      const { files } = await next.get('attachment.list', { appeal: AppealId.parse(appeal) });
      return files.length === 1 && files.every(({ state }) => state === 'present');
    });
    await next.close();
  });
});
