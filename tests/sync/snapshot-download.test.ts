import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildSnapshot, PIECE_RECORDS } from '../../src-server/sync/snapshot/build.ts';
import type { SnapshotOffer } from '../../src-shared/sync/snapshot.ts';
import { anEndedCall, centreState, putRows } from '../support/centreRows.ts';
import { demandFreshDownload, deskSchema, deskState } from '../support/deskState.ts';
import { aPeer, type Peer } from '../support/peer.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aFolder,
  anAnswer,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';
import { aCard, aPerson } from '../unit/src-shared/builders.ts';

const PIECES = 4;

let server: TestServer;
let peer: Peer;
let offer: SnapshotOffer;
const open: TestWorkstation[] = [];

async function build(): Promise<SnapshotOffer> {
  const manifest = await buildSnapshot(server.running.context, 'dn');
  if (manifest === null) throw new Error('nothing built');
  return manifest.offer;
}

/** Enrolled and signed in, but with the line cut before the first exchange has ended. */
async function aNewDesk(options: Parameters<typeof openTestWorkstation>[0] = {}): Promise<TestWorkstation> {
  const desk = await openTestWorkstation(options);
  open.push(desk);
  desk.line.intercept(async (path, pass) => {
    if (path.startsWith('/sync/')) throw new Error('not yet');
    return await pass();
  });
  await desk.enrol(server);
  await desk.signIn();
  desk.line.sent.splice(0);
  return desk;
}

async function letGo(desk: TestWorkstation): Promise<void> {
  desk.line.intercept(null);
  desk.nudge();
  await desk.settled();
}

async function closedState(desk: TestWorkstation): Promise<Map<string, unknown>> {
  await desk.close();
  return deskState(desk.dir, desk.key);
}

/** Registers, at a workstation that is then gone, an appeal of somebody with two numbers. */
async function registerCaller(phone: string, another: string): Promise<void> {
  const desk = await openTestWorkstation();
  await desk.enrol(server);
  await desk.signIn();
  const phones = [{ phone: another as never, answeredBy: '', notAfter: null }];
  const card = aCard({ applicant: aPerson({ id: randomUUID() as never, phone, phones }) });
  const payload = { appeal: randomUUID(), call: null, card };
  await desk.submit([{ kind: 'appeal.register', payload }]);
  await desk.settled();
  await desk.close();
}

const isPiece = (path: string) => path.startsWith('/sync/snapshot/');
const pathsOf = (desk: TestWorkstation) => desk.line.sent.map(({ path }) => path);

beforeAll(async () => {
  server = await startTestServer();
  peer = await aPeer(server);
  const at = new Date().toISOString();
  for (let version = 0; version < PIECES; version += 1) {
    const rows = Array.from({ length: PIECE_RECORDS }, (_, index) => anEndedCall(at, index % 2 === 0));
    await putRows(server.running.context, rows);
  }
  await registerCaller('+380671110022', '+380671110033');
  offer = await build();
});
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('first download', () => {
  test('comes from the file, with progress, and ends as the centre', async () => {
    const desk = await aNewDesk();
    await peer.push([peer.command('call.start', { call: randomUUID(), phone: null, phoneRaw: '' })]);
    await letGo(desk);
    const fetched = pathsOf(desk).filter(isPiece);
    expect(fetched).toEqual(offer.pieces.map(() => `/sync/snapshot/${offer.file}`));
    const downloads = desk.events
      .filter(({ name }) => name === 'sync.changed')
      .map(
        ({ payload }) => (payload as { download: { rows: number; total: number | null } | null }).download,
      );
    const withTotal = downloads.filter((download) => download?.total === offer.count);
    expect(withTotal.length).toBeGreaterThanOrEqual(offer.pieces.length);
    expect(downloads.at(-1)).toBeNull();
    expect((await desk.get('call.list', { scope: 'all', limit: 5 })).total).toBeGreaterThan(
      PIECES * PIECE_RECORDS,
    );
    expect(await closedState(desk)).toEqual(await centreState(peer));
  });

  test('has every index and trigger of the schema, whichever order the ids came in', async () => {
    const desk = await aNewDesk();
    await letGo(desk);
    await desk.close();
    const empty = await openTestWorkstation();
    await empty.close();
    expect(deskSchema(desk.dir, desk.key)).toEqual(deskSchema(empty.dir, empty.key));
  });

  test('knows callers by each of their numbers', async () => {
    const desk = await aNewDesk();
    await letGo(desk);
    const caller = async (phone: string) =>
      (await desk.get('caller.who', { phone, call: null })).people.length;
    expect(await Promise.all(['0671110022', '0671110033', '0671110044'].map(caller))).toEqual([1, 1, 0]);
  });

  test('each piece is fetched once although the line is cut at every one of them', async () => {
    const desk = await aNewDesk({ timing: { backoffFirstMs: 5, backoffMostMs: 10 } });
    const failed = new Map<number, number>();
    let passed = 0;
    desk.line.intercept(async (path, pass) => {
      if (!isPiece(path)) return await pass();
      const times = failed.get(passed) ?? 0;
      failed.set(passed, times + 1);
      // One failure more than an exchange puts up with.
      if (times < 4) throw new Error('cut');
      passed += 1;
      return await pass();
    });
    desk.nudge();
    await desk.settled();
    expect(passed).toBe(offer.pieces.length);
    expect(await closedState(desk)).toEqual(await centreState(peer));
  });

  test('killed at any request it goes on from there and ends as the centre; nothing lies on the disk unencrypted', async () => {
    const desk = await aNewDesk();
    const images: string[] = [];
    desk.line.intercept(async (path, pass) => {
      if (path.startsWith('/sync/')) {
        const image = join(await aFolder(), 'image');
        await cp(desk.dir, image, { recursive: true });
        images.push(image);
      }
      return await pass();
    });
    desk.nudge();
    await desk.settled();
    await desk.close();
    const truth = await centreState(peer);
    expect(images.length).toBeGreaterThan(offer.pieces.length + 2);
    for (const [index, dir] of images.entries()) {
      for (const name of await readdir(dir)) {
        if (name === 'blobs') continue;
        const bytes = await readFile(join(dir, name));
        expect(bytes.includes(Buffer.from('Прикладній')), `${name} at request ${index}`).toBe(false);
      }
      const again = await openTestWorkstation({ dir, key: desk.key });
      await again.settled();
      const fetched = pathsOf(again).filter(isPiece).length;
      expect(fetched).toBeLessThanOrEqual(offer.pieces.length);
      if (index > 4 && existsSync(join(dir, 'records.next.db')))
        expect(fetched).toBeLessThan(offer.pieces.length);
      await again.close();
      expect(deskState(dir, desk.key), `killed at request ${index}`).toEqual(truth);
    }
  });

  test('a file that vanishes meanwhile is begun anew with the next one', async () => {
    const desk = await aNewDesk();
    let pieces = 0;
    desk.line.intercept(async (path, pass) => {
      if (isPiece(path)) pieces += 1;
      if (pieces === 2 && path.endsWith(offer.file)) {
        await server.running.context.snapshots.remove(offer.file);
        await peer.push([peer.command('call.start', { call: randomUUID(), phone: null, phoneRaw: '' })]);
        offer = await build();
      }
      return await pass();
    });
    desk.nudge();
    await desk.settled();
    expect(new Set(pathsOf(desk).filter(isPiece)).size).toBe(2);
    expect(await closedState(desk)).toEqual(await centreState(peer));
  });

  test('a file that is not what was offered, and a centre that knows no files: page by page', async () => {
    const ruined = await aNewDesk();
    const file = join(server.dataDir, 'snapshots', offer.file);
    const right = await readFile(file);
    const wrong = Buffer.from(right);
    wrong[(offer.pieces[1]?.offset ?? 0) + 20] = 0;
    await writeFile(file, wrong);
    await letGo(ruined);
    await writeFile(file, right);
    const older = await aNewDesk();
    const missing = JSON.stringify({ error: { code: 'not_found' } });
    older.line.intercept(async (path, pass) =>
      path === '/sync/snapshot' ? anAnswer(404, missing) : await pass(),
    );
    older.nudge();
    await older.settled();
    const truth = await centreState(peer);
    expect(pathsOf(older).filter(isPiece)).toEqual([]);
    expect(await closedState(older)).toEqual(truth);
    expect(await closedState(ruined)).toEqual(truth);
  });
});

describe('a renewed download', () => {
  test('the records in use stay, work goes on and goes out meanwhile, and nothing of it disappears', async () => {
    const first = await aNewDesk();
    const [known, unsent, during] = [randomUUID(), randomUUID(), randomUUID()];
    await letGo(first);
    await first.submit(aRegisteredCall(randomUUID(), known));
    await first.settled();
    first.line.cut();
    await first.submit(aRegisteredCall(randomUUID(), unsent));
    await first.close();
    open.splice(0);
    demandFreshDownload(first.dir, first.key);
    const desk = await openTestWorkstation({ dir: first.dir, key: first.key, line: first.line });
    open.push(desk);
    let pieces = 0;
    let isPushed = false;
    const seen = async (appeal: string) => (await desk.get('appeal.get', { appeal })) !== null;
    desk.line.intercept(async (path, pass) => {
      if (path === '/sync/push' && pieces > 0) isPushed = true;
      if (!isPiece(path)) return await pass();
      pieces += 1;
      if (pieces === 2) await desk.submit(aRegisteredCall(randomUUID(), during));
      expect(await Promise.all([known, unsent].map(seen))).toEqual([true, true]);
      return await pass();
    });
    desk.line.mend();
    desk.nudge();
    await desk.until(() => isPushed);
    await desk.settled();
    expect(pieces).toBeGreaterThanOrEqual(PIECES);
    expect(await Promise.all([known, unsent, during].map(seen))).toEqual([true, true, true]);
    expect((await desk.get('attention.list', {})).items).toEqual([]);
    expect(await closedState(desk)).toEqual(await centreState(peer));
  });
});
