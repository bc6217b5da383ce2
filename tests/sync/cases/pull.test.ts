// Public bug reports of other products about cursors and reading, each as what must hold here (cases 16 to 24).
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receivePage, requestCursor } from '../../../src-main/data/sync/pull.ts';
import type { PullAnswer, PullRow } from '../../../src-shared/sync/pull.ts';
import { aCallStart } from '../../support/cases.ts';
import { aGate, killImage, newIds, shownOf, statusOf, takePlaceOf, useCentre } from '../../support/centre.ts';
import { aTestDesk, ModelCentre, REGION, type TestDesk } from '../../support/desk.ts';
import { aPeer, type Peer, peerOf } from '../../support/peer.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { openSlowTransaction } from '../../support/slowTransaction.ts';
import { type Bench, openBench } from '../../support/stores.ts';
import {
  aLine,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../../support/workstation.ts';

afterAll(removeFolders);

describe('reading while others write, on PostgreSQL', () => {
  let bench: Bench;
  let server: TestServer;
  let reader: Peer;
  const url = () => server.databaseUrl ?? '';
  beforeAll(async () => {
    bench = await openBench('postgres');
    server = await bench.server();
    reader = await aPeer(server);
  });
  afterAll(async () => await bench.end());

  test('case 16: of two writers one commits late; the reader gets both, in the order of commits', async () => {
    const { cursor } = (await reader.pullAll()).last;
    const slow = await openSlowTransaction(url());
    const version = await slow.raise();
    await slow.write(version, randomUUID());
    const second = reader.push([aCallStart(reader)]);
    await slow.untilSomebodyWaits();
    const between = await reader.pull({ cursor });
    expect(between).toMatchObject({ rows: [], cursor, more: false });
    await slow.commit();
    expect((await second).results[0]?.version).toBe(version + 1);
    const { rows } = await reader.pullAll({ cursor: between.cursor });
    expect([...new Set(rows.map((row) => row.version))]).toEqual([version, version + 1]);
  });

  test('case 17: a second server process that starts between "version taken" and its commit reads past nothing', async () => {
    const { cursor } = (await reader.pullAll()).last;
    const slow = await openSlowTransaction(url());
    const version = await slow.raise();
    const id = randomUUID();
    await slow.write(version, id);
    const late = await bench.server({ databaseUrl: url() });
    const there = await peerOf(late.url, reader.bearer, reader.enrolled);
    const between = await there.pull({ cursor });
    expect(between.rows.map((row) => row.id)).not.toContain(id);
    await slow.commit();
    const { rows } = await there.pullAll({ cursor: between.cursor });
    expect(rows.map((row) => row.id)).toContain(id);
  });

  test('case 18: transactions that overlap get their versions in the order of commits, whichever began first', async () => {
    const { cursor } = (await reader.pullAll()).last;
    const [early, later] = [await openSlowTransaction(url()), await openSlowTransaction(url())];
    const first = await later.raise();
    const waiting = early.raise();
    await later.untilSomebodyWaits();
    await later.write(first, 'began-later');
    await later.commit();
    const second = await waiting;
    await early.write(second, 'began-earlier');
    const between = await reader.pullAll({ cursor });
    expect(between.rows.map((row) => row.id)).toEqual(['began-later']);
    await early.commit();
    const rest = await reader.pullAll({ cursor: between.last.cursor });
    expect(rest.rows.map((row) => row.id)).toEqual(['began-earlier']);
    expect(second).toBeGreaterThan(first);
  });
});

describe('downloading', () => {
  const centre = useCentre();

  async function ownRows(desk: TestWorkstation): Promise<Record<string, number>> {
    const list = await desk.get('appeal.list', { scope: 'all', urgentOnly: false, limit: 500 });
    return { appeals: list.total };
  }

  test('case 19: what is written during the first download is there at its end, once, and nothing else', async () => {
    const writer = await centre.desk('bondar');
    for (let count = 0; count < 10; count += 1) await writer.submit(aRegisteredCall());
    await writer.settled();
    const late: string[] = [];
    const line = aLine();
    line.intercept(async (path, pass) => {
      if (path === '/sync/pull' && late.length < 10) {
        const { call, appeal } = newIds();
        late.push(appeal);
        await writer.submit(aRegisteredCall(call, appeal));
        await writer.settled();
      }
      return await pass();
    });
    const desk = await centre.desk('koval', { line, timing: { pageRows: 7 } });
    for (const appeal of late) await desk.until(async () => (await shownOf(desk, appeal)) !== null);
    expect(late.length).toBeGreaterThan(3);
    const held = await centre.documents('appeal');
    expect(await ownRows(desk)).toEqual({ appeals: held.length });
    for (const { id, doc } of held) {
      const shown = await shownOf(desk, id);
      expect(shown?.appeal).toEqual(doc);
      expect(shown?.history).toHaveLength(1);
    }
  });

  test('case 20: from nothing at all: the first look, the first change, a restart of either side', async () => {
    const empty = await startTestServer();
    const desk = await openTestWorkstation();
    try {
      await desk.enrol(empty);
      await desk.signIn();
      await desk.settled();
      const { call, appeal } = newIds();
      await desk.submit(aRegisteredCall(call, appeal));
      await desk.settled();
      await empty.restart();
      const pulls = desk.line.sent.length;
      desk.nudge();
      await desk.settled();
      const asked = desk.line.sent.slice(pulls).filter(({ path }) => path === '/sync/pull');
      expect(asked.map(({ body }) => (JSON.parse(body) as { cursor: unknown }).cursor)).not.toContain(null);
      const again = await desk.reopen();
      await again.settled();
      expect((await shownOf(again, appeal))?.delivery).toBe('accepted');
      await again.close();
    } finally {
      await desk.close();
      await empty.close();
    }
  });

  test('case 21: a change and a wake-up that come while a push is unanswered are not lost', async () => {
    const desk = await centre.desk('koval');
    const gate = aGate();
    desk.line.intercept(async (path, pass) => {
      if (path !== '/sync/push') return await pass();
      const answer = await pass();
      await gate.pass();
      return answer;
    });
    const mine = newIds();
    await desk.submit(aRegisteredCall(mine.call, mine.appeal));
    await gate.reached;
    const other = await centre.desk('bondar');
    const theirs = newIds();
    await other.submit(aRegisteredCall(theirs.call, theirs.appeal));
    await other.settled();
    gate.open();
    await desk.until(async () => (await shownOf(desk, theirs.appeal)) !== null);
    await desk.settled();
    expect((await shownOf(desk, mine.appeal))?.delivery).toBe('accepted');
  });

  test('case 24: killed after the last page and before its commit, everything of it comes again', async () => {
    const desk = await centre.desk('koval');
    const other = await centre.desk('bondar');
    const { call, appeal } = newIds();
    let image: Promise<string> | undefined;
    const taken = new Promise<void>((resolve) => {
      desk.line.intercept(async (path, pass) => {
        const answer = await pass();
        if (path !== '/sync/pull') return answer;
        const text = await answer.text();
        if (text.includes(appeal)) {
          // The answer has left the server; on the disk here nothing of it stands yet.
          image ??= killImage(desk);
          await image;
          resolve();
        }
        return new Response(text, { status: answer.status });
      });
    });
    await other.submit(aRegisteredCall(call, appeal));
    await taken;
    await desk.close();
    const dir = takePlaceOf(desk.dir, (await image) ?? '');
    const next = await centre.open({ dir, key: desk.key, line: aLine() });
    await next.until(async () => (await shownOf(next, appeal)) !== null);
    await next.settled();
    expect((await statusOf(next)).download).toBeNull();
    expect(await centre.livesOf(next)).toBe(1);
  });
});

describe('rows that leave', () => {
  let desk: TestDesk;
  let model: ModelCentre;
  beforeEach(async () => {
    desk = await aTestDesk();
    model = new ModelCentre();
  });
  afterEach(() => desk.close());

  const stores = () => desk.desk.stores;
  function receive(change: (answer: PullAnswer) => PullAnswer): string {
    const from = requestCursor(stores().records.meta.get());
    return receivePage(desk.desk, from, change(model.pull(stores().intent.identity.get().client, from))).kind;
  }
  const gone = (type: string, id: string, version: number, left: string | null): PullRow => {
    const place = { type, id, region: REGION, version, ordinal: 0 };
    return { ...place, deleted: left === null, left, doc: null };
  };

  test('case 22: a row that a download brings as created and then as deleted ends deleted', () => {
    const id = randomUUID();
    model.put('call', id, { id });
    const created = (answer: PullAnswer) => ({ ...answer, more: true });
    expect(receive(created)).toBe('more');
    const version = Number.MAX_SAFE_INTEGER;
    const deleted = (answer: PullAnswer) => ({ ...answer, rows: [gone('call', id, version, null)] });
    expect(receive(deleted)).toBe('last');
    expect(stores().records.record.get('call', id)).toBeUndefined();
    // The same once more, as a doubled answer would bring it, and in one page.
    const both = (answer: PullAnswer) => ({
      ...answer,
      rows: [...answer.rows, gone('call', id, version, null)],
    });
    expect(receive(both)).toBe('last');
    expect(stores().records.record.get('call', id)).toBeUndefined();
  });

  test('case 23: a record that moves away under waiting edits stays in view until each has an outcome that is seen', () => {
    const { call } = newIds();
    desk.act([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
    model.push(
      stores()
        .intent.outbox.after(0, 10)
        .map(({ command }) => command),
    );
    receive((answer) => answer);
    const note = (text: string) => [{ kind: 'call.note', payload: { call, lines: [{ atMs: 0, text }] } }];
    expect([desk.act(note('перша')), desk.act(note('друга'))]).toEqual([null, null]);
    const version = Number.MAX_SAFE_INTEGER;
    receive((answer) => ({ ...answer, rows: [gone('call', call, version, 'moved')] }));
    // Not judged yet: in view with the edits on top, marked as moved, and they are still on their way.
    expect(stores().intent.outbox.waiting().count).toBe(2);
    expect(stores().records.departed.has('call', call)).toBe(true);
    expect(stores().records.record.get('call', call)?.notes).toHaveLength(2);
    expect(stores().intent.attention.open()).toEqual([]);
    const waiting = stores().intent.outbox.after(0, 10);
    receive((answer) => ({
      ...answer,
      ack: {
        lastSeq: answer.ack.lastSeq + 2,
        results: [
          ...answer.ack.results,
          ...waiting.map(({ command }) => ({
            seq: command.seq,
            id: command.id,
            outcome: 'refused' as const,
            code: 'call_unknown',
            data: {},
            version: 1,
            ordinal: 0,
          })),
        ],
      },
    }));
    expect(stores().intent.outbox.waiting().count).toBe(0);
    expect(stores().records.record.get('call', call)).toBeUndefined();
    const shown = stores().intent.attention.open();
    expect(shown.map(({ code }) => code)).toEqual(['call_unknown', 'call_unknown']);
    expect(JSON.stringify(shown)).toContain('друга');
    expect(stores().records.record.allOf('call')).toEqual([]);
  });
});
