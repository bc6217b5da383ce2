import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aCallStart, aNote } from '../../../support/cases.ts';
import { aPeer, peerOf, refusalOf } from '../../../support/peer.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

describe.each(ENGINES)('pull on %s', (engine) => {
  const { server } = useBench(engine);

  test('pages never split a version and together give every record once, in order', async () => {
    const peer = await aPeer(server());
    for (const size of [1, 3, 7, 2]) await peer.push(Array.from({ length: size }, () => aCallStart(peer)));
    const whole = await peer.pull({ limit: 5000 });
    expect(whole.more).toBe(false);
    for (const limit of [1, 3, 5]) {
      const { rows, pages } = await peer.pullAll({ limit });
      expect(rows).toEqual(whole.rows);
      for (const page of pages) {
        const versions = new Set(page.rows.map((row) => row.version));
        // More than a page only when one version alone is larger.
        expect(page.rows.length <= limit || versions.size === 1).toBe(true);
      }
      const ofPages = pages.map((page) => new Set(page.rows.map((row) => row.version)));
      expect(ofPages.reduce((sum, versions) => sum + versions.size, 0)).toBe(
        new Set(rows.map((row) => row.version)).size,
      );
      expect(pages.at(-1)?.cursor).toEqual(whole.cursor);
    }
  });

  test('a pull from the last cursor is empty', async () => {
    const peer = await aPeer(server());
    await peer.push([aCallStart(peer)]);
    const { last } = await peer.pullAll();
    const again = await peer.pull({ cursor: last.cursor });
    expect(again).toMatchObject({ rows: [], more: false, resnapshot: false, cursor: last.cursor });
  });

  test('a record changed between two pages comes with its newest version', async () => {
    const peer = await aPeer(server());
    const start = aCallStart(peer);
    await peer.push([start]);
    await peer.push([aCallStart(peer)]);
    const first = await peer.pull({ limit: 1 });
    await peer.push([aNote(peer, String(start.payload.call))]);
    const { rows } = await peer.pullAll({ cursor: first.cursor });
    const seen = rows.filter((row) => row.id === start.payload.call);
    expect(seen.at(-1)?.doc?.notes).toHaveLength(1);
  });

  test('acknowledgements are those above what the client knows, its own only', async () => {
    const peer = await aPeer(server());
    const other = await aPeer(server(), 'bondar');
    await other.push([aCallStart(other)]);
    const pushed = await peer.push([aCallStart(peer), aNote(peer, randomUUID()), aCallStart(peer)]);
    const { ack } = await peer.pull({ ackedSeq: 1 });
    expect(ack).toEqual({ lastSeq: 3, results: pushed.results.slice(1) });
    const fork = await peerOf(server().url, peer.bearer, peer.enrolled);
    expect((await fork.pull()).ack).toEqual({ lastSeq: 0, results: [] });
  });

  test('a cursor of another life is told to start from the beginning', async () => {
    const peer = await aPeer(server());
    const { cursor } = await peer.pull();
    const wrong = { ...cursor, epoch: randomUUID() };
    expect(await peer.pull({ cursor: wrong })).toMatchObject({ resnapshot: true, rows: [], more: true });
    expect((await peer.hello({ cursor: wrong, epoch: wrong.epoch })).verdict).toEqual({ name: 'resnapshot' });
  });

  test('a cursor of this life with an unknown mark is evidence of a restore: hello has to see it first', async () => {
    const peer = await aPeer(server());
    const { cursor } = await peer.pull();
    const [version, mark] = cursor.regions.dn ?? [0, ''];
    const places: [number, string][] = [
      [version, '0123456789abcdef'],
      [version + 1, mark],
    ];
    for (const place of places) {
      const body = { client: peer.client, request: randomUUID(), epoch: null, limit: 10, ackedSeq: 0 };
      const reply = await peer.send('/sync/pull', { ...body, cursor: { ...cursor, regions: { dn: place } } });
      expect([reply.status, refusalOf(reply)]).toEqual([409, 'client_unknown']);
    }
  });
});
