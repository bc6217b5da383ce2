import { createHash, randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '../../../../src-server/sync/snapshot/build.ts';
import { keepSnapshots, WORTH_RECORDS } from '../../../../src-server/sync/snapshot/keeper.ts';
import { EnrolAnswer } from '../../../../src-shared/session/enrol.ts';
import { SnapshotAnswer, type SnapshotOffer } from '../../../../src-shared/sync/snapshot.ts';
import { aCallStart, aNote } from '../../../support/cases.ts';
import { putRows } from '../../../support/centreRows.ts';
import { aPeer, type Peer, post } from '../../../support/peer.ts';
import type { TestServer } from '../../../support/server.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

const HORIZON = 400;
const DAY_MS = 86_400_000;

async function offerTo(peer: Peer): Promise<SnapshotOffer | null> {
  const body = { client: peer.client, request: randomUUID(), epoch: peer.epoch };
  return SnapshotAnswer.parse((await peer.send('/sync/snapshot', body)).body).snapshot;
}

async function fetchPart(server: TestServer, peer: Peer, file: string, range?: string): Promise<Response> {
  const headers = { authorization: `Bearer ${peer.bearer}`, ...(range === undefined ? {} : { range }) };
  return await fetch(`${server.url}/sync/snapshot/${encodeURIComponent(file)}`, { headers });
}

interface Line {
  readonly key: string;
  readonly version: number;
  readonly doc: unknown;
}

async function fetchLines(server: TestServer, peer: Peer, offer: SnapshotOffer): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { offset, length, count, sha256 } of offer.pieces) {
    const part = await fetchPart(server, peer, offer.file, `bytes=${offset}-${offset + length - 1}`);
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes ${offset}-${offset + length - 1}/${offer.bytes}`);
    const bytes = Buffer.from(await part.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const rows = gunzipSync(bytes).toString().trimEnd().split('\n');
    expect(rows).toHaveLength(count);
    for (const row of rows) {
      const [type, id, version, , doc] = row.split('\t');
      lines.push({ key: `${type}/${id}`, version: Number(version), doc: JSON.parse(doc ?? '') });
    }
  }
  return lines;
}

describe.each(ENGINES)('snapshot on %s', (engine) => {
  const { bench, server } = useBench(engine);
  const build = async (on: TestServer = server()) => await buildSnapshot(on.running.context, 'dn');

  test('file and pull after it are together what a pull from the beginning is, whatever was written meanwhile', async () => {
    const peer = await aPeer(server());
    const starts = Array.from({ length: 40 }, () => aCallStart(peer));
    await peer.push(starts);
    const building = build();
    await peer.push(starts.slice(0, 20).map((start) => aNote(peer, String(start.payload.call))));
    await peer.push([aCallStart(peer)]);
    await building;
    const offer = await offerTo(peer);
    if (offer === null) throw new Error('nothing offered');
    const state = new Map((await fetchLines(server(), peer, offer)).map(({ key, ...line }) => [key, line]));
    expect(state.size).toBe(offer.count);
    for (const { version } of state.values()) expect(version).toBeLessThanOrEqual(offer.version);
    const cursor = { epoch: peer.epoch, regions: { dn: [offer.version, offer.mark] as [number, string] } };
    for (const row of (await peer.pullAll({ cursor })).rows) {
      expect(row.version).toBeGreaterThan(offer.version);
      state.set(`${row.type}/${row.id}`, { version: row.version, doc: row.doc });
    }
    const whole = (await peer.pullAll()).rows;
    expect(state.size).toBe(whole.length);
    for (const { type, id, version, doc } of whole)
      expect(state.get(`${type}/${id}`)).toEqual({ version, doc });
  });

  test('a deleted record is in no file', async () => {
    const peer = await aPeer(server());
    const start = aCallStart(peer);
    await peer.push([start]);
    const { db } = server().running.context.store;
    const id = String(start.payload.call);
    await db.updateTable('record').set({ deleted: 1, doc: null }).where('id', '=', id).execute();
    const manifest = await build();
    if (manifest === null) throw new Error('nothing built');
    const lines = await fetchLines(server(), peer, manifest.offer);
    expect(lines.some(({ key }) => key === `call/${id}`)).toBe(false);
    expect(lines.length).toBe(manifest.offer.count);
  });

  test('finished work older than the horizon stays at the centre; what is open or was written since never does', async () => {
    const own = await bench().server();
    const { db } = own.running.context.store;
    const at = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString();
    const call = (endedAt: string | null, version = 1) => ({
      region: 'dn',
      type: 'call',
      id: randomUUID(),
      version,
      ordinal: 99,
      deleted: 0,
      left_reason: null,
      doc: JSON.stringify({ endedAt }),
    });
    // Days of 24 hours, a legal day and the hour of summer time lie between: a whole day more than enough.
    const aged = call(at(HORIZON + 3));
    const young = call(at(HORIZON - 2));
    const open = call(null);
    await db.insertInto('record').values([aged, young, open]).execute();
    await db
      .updateTable('version_mark')
      .set({ at: at(HORIZON + 2) })
      .where('version', '<=', 1)
      .execute();
    const written = { type: 'call', id: randomUUID(), doc: { endedAt: at(HORIZON * 10) } };
    await putRows(own.running.context, [written]);
    const manifest = await build(own);
    if (manifest === null) throw new Error('nothing built');
    const peer = await aPeer(own);
    const keys = new Set((await fetchLines(own, peer, manifest.offer)).map(({ key }) => key));
    const held = [aged, young, open, written].map(({ id }) => keys.has(`call/${id}`));
    expect(held).toEqual([false, true, true, true]);
    expect((await peer.hello({ protocol: [1, 2] })).horizon).toEqual({ days: HORIZON, version: 1 });
  });

  test('the horizon is set by the administrator, and hello tells it to whoever speaks version 2', async () => {
    const peer = await aPeer(server());
    await server().admin('region.horizon', { days: '500' });
    expect((await peer.hello({ protocol: [1, 2] })).horizon?.days).toBe(500);
    expect((await peer.hello({ protocol: [1, 1] })).horizon).toBeUndefined();
    await expect(server().admin('region.horizon', { days: '3' })).rejects.toThrow(/days/);
    await server().admin('region.horizon', { days: HORIZON });
  });

  test('only a file of the present history is offered and served', async () => {
    const peer = await aPeer(server());
    await peer.push([aCallStart(peer)]);
    const manifest = await build();
    if (manifest === null) throw new Error('nothing built');
    const { version, mark, file } = manifest.offer;
    expect((await offerTo(peer))?.file).toBe(file);
    const { db } = server().running.context.store;
    const set = async (to: string) =>
      await db
        .updateTable('version_mark')
        .set({ mark: to })
        .where('region', '=', 'dn')
        .where('version', '=', version)
        .execute();
    await set('0123456789abcdef');
    expect((await offerTo(peer))?.file).not.toBe(file);
    expect((await fetchPart(server(), peer, file)).status).toBe(404);
    await set(mark);
  });

  test('the keeper builds what is worth it, keeps it while little changes, removes files of another history', async () => {
    const own = await bench().server();
    const peer = await aPeer(own);
    expect(await offerTo(peer)).toBeNull();
    const { context } = own.running;
    const rows = Array.from({ length: WORTH_RECORDS }, () => ({
      region: 'dn',
      type: 'call',
      id: randomUUID(),
      version: 1,
      ordinal: 5,
      deleted: 0,
      left_reason: null,
      doc: '{"endedAt":null}',
    }));
    for (let start = 0; start < rows.length; start += 1000)
      await context.store.db
        .insertInto('record')
        .values(rows.slice(start, start + 1000))
        .execute();
    const keeper = keepSnapshots(context);
    await keeper.look();
    const first = await offerTo(peer);
    expect(first?.pieces.length).toBeGreaterThan(1);
    await peer.push([aCallStart(peer)]);
    await keeper.look();
    expect((await context.snapshots.list()).map(({ offer }) => offer.file)).toEqual([first?.file]);
    await context.store.db
      .updateTable('version_mark')
      .set({ mark: '0123456789abcdef' })
      .where('version', '=', first?.version ?? 0)
      .execute();
    await keeper.look();
    const files = (await context.snapshots.list()).map(({ offer }) => offer.file);
    expect(files).toHaveLength(1);
    expect(files).not.toContain(first?.file);
    await keeper.stop();
  });

  test('another region, a stranger, a strange name and a range outside get nothing', async () => {
    const peer = await aPeer(server());
    const manifest = await build();
    if (manifest === null) throw new Error('nothing built');
    const { file, bytes } = manifest.offer;
    const stranger = { ...peer, bearer: `${randomUUID()}.${'x'.repeat(32)}` };
    expect((await fetchPart(server(), stranger, file)).status).toBe(401);
    for (const name of ['../holos.db', 'nothing.gz', `${file}.json`]) {
      expect((await fetchPart(server(), peer, name)).status).toBe(404);
    }
    expect((await fetchPart(server(), peer, file, `bytes=${bytes}-`)).status).toBe(400);
    await server().admin('region.add', { id: 'od', office: 'ОД', name: { uk: 'о', ru: 'о', en: 'o' } });
    const { code } = (await server().admin('pair', { region: 'od' })) as { code: string };
    const request = randomUUID();
    const { body } = await post(server().url, '/enrol', { request, code, name: 'Elsewhere' });
    const { workstation, secret } = EnrolAnswer.parse(body);
    const elsewhere = { ...peer, bearer: `${workstation}.${secret}` };
    expect((await fetchPart(server(), elsewhere, file)).status).toBe(404);
    const asked = { client: peer.client, request: randomUUID(), epoch: peer.epoch };
    const answered = await post(server().url, '/sync/snapshot', asked, elsewhere.bearer);
    expect(SnapshotAnswer.parse(answered.body).snapshot).toBeNull();
  });
});
