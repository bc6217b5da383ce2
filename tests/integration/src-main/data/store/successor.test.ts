import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openStores, type Stores } from '../../../../../src-main/data/store/stores.ts';
import type { ClientId } from '../../../../../src-shared/brand.ts';
import type { SnapshotOffer } from '../../../../../src-shared/sync/snapshot.ts';
import { aFolder, CLIENT_MIGRATIONS, removeFolders } from '../../../../support/workstation.ts';

const EPOCH = randomUUID();
const key = randomBytes(32);
let dir: string;

function open(folder = dir): Stores {
  return openStores({
    dir: folder,
    migrationsDir: CLIENT_MIGRATIONS,
    key,
    newClient: () => randomUUID() as ClientId,
    wallMs: () => Date.now(),
  });
}

const ids = [randomUUID(), randomUUID()].sort();
const piece = (id: string) => Buffer.from(`call\t${id}\t7\t0\t{"id":"${id}","endedAt":null}\n`);
const offer: SnapshotOffer = {
  file: 'dn-9-00.gz',
  region: 'dn',
  version: 9,
  mark: 'a'.repeat(16),
  count: 2,
  bytes: 2,
  pieces: ids.map((_, index) => ({ offset: index, length: 1, count: 1, sha256: '0'.repeat(64) })),
};
const OLD = { type: 'call', id: randomUUID(), region: 'dn', version: 3, ordinal: 0, doc: '{"old":true}' };

function takeAll(stores: Stores): void {
  const successor = stores.succession.begin(EPOCH, offer);
  for (const id of ids) successor.take(piece(id));
  successor.complete({ client: 'c', seq: 4 });
}

function expectNew(stores: Stores): void {
  for (const id of ids) expect(stores.records.record.row('call', id)?.version).toBe(7);
  expect(stores.records.record.row('call', OLD.id)).toBeUndefined();
  expect(stores.records.meta.get()).toMatchObject({
    cursor: { epoch: EPOCH, regions: { dn: [9, offer.mark] } },
    fresh: false,
    ackedClient: 'c',
    ackedSeq: 4,
  });
}

beforeEach(async () => {
  dir = await aFolder();
});
afterAll(removeFolders);

describe('the successor of the records', () => {
  test('takes their place when it is complete; what was pinned comes along', () => {
    const stores = open();
    stores.records.transact(() => {
      stores.records.record.put(OLD);
      stores.records.pinned.put(OLD, '2026-12-31');
    });
    takeAll(stores);
    stores.succession.current()?.carry(stores.records.pinned.rows(), { days: 365, version: 5 });
    expect(stores.records.record.row('call', OLD.id)).toBeDefined();
    stores.succeed();
    for (const id of ids) expect(stores.records.record.row('call', id)?.version).toBe(7);
    expect(stores.records.record.row('call', OLD.id)?.doc).toBe(OLD.doc);
    expect(stores.records.pinned.has('call', OLD.id)).toBe(true);
    stores.close();
  });

  test('a crash at any step of the change of places ends with the complete new file', async () => {
    const stores = open();
    stores.records.transact(() => stores.records.record.put(OLD));
    takeAll(stores);
    stores.succession.seal();
    // The old file is still open, with a log of its own: as it lies on the disk when the process is killed here.
    const steps = ['', '-wal', '-shm'].map((suffix) => `records.db${suffix}`);
    const images: string[] = [];
    for (let gone = 0; gone <= steps.length; gone += 1) {
      const image = join(await aFolder(), 'image');
      await cp(dir, image, { recursive: true });
      for (const name of ['records.db-wal', 'records.db-shm', 'records.db'].slice(0, gone))
        await rm(join(image, name), { force: true });
      images.push(image);
    }
    stores.close();
    for (const image of images) {
      const again = open(image);
      expectNew(again);
      expect(existsSync(join(image, 'records.ready.db'))).toBe(false);
      again.close();
      const once = open(image);
      expectNew(once);
      once.close();
    }
  });

  test('is gone on with behind the last whole piece, and by nobody in another life of the centre', () => {
    const stores = open();
    stores.succession.begin(EPOCH, offer).take(piece(ids[0] ?? ''));
    stores.close();
    const again = open();
    const resumed = again.succession.resume(EPOCH);
    expect(resumed?.loading).toMatchObject({ pieces: 1, rows: 1, offer });
    resumed?.take(piece(ids[1] ?? ''));
    resumed?.complete({ client: 'c', seq: 4 });
    again.succeed();
    expectNew(again);
    again.succession.begin(EPOCH, offer);
    expect(again.succession.resume(randomUUID())).toBeNull();
    expect(existsSync(join(dir, 'records.next.db'))).toBe(false);
    again.close();
  });

  test('a piece with too few, too many or broken lines leaves nothing behind', () => {
    const stores = open();
    const successor = stores.succession.begin(EPOCH, offer);
    const [first = ''] = ids;
    const broken = [
      Buffer.alloc(0),
      Buffer.concat([piece(first), piece(randomUUID())]),
      Buffer.from(`call\t${first}\t7\t{}\n`),
      piece(first).subarray(0, -1),
      Buffer.from(`call\t${first}\tx\t0\t{}\n`),
    ];
    for (const bytes of broken) expect(() => successor.take(bytes)).toThrow(/line/);
    expect(successor.loading.pieces).toBe(0);
    successor.take(piece(first));
    expect(() => successor.complete({ client: 'c', seq: 0 })).toThrow(/records/);
    stores.close();
  });

  test('a file under way that is damaged stops nothing', async () => {
    const stores = open();
    stores.succession.begin(EPOCH, offer);
    stores.close();
    await writeFile(join(dir, 'records.next.db'), randomBytes(8192));
    const again = open();
    expect(() => again.succession.resume(EPOCH)).toThrow(/storeDamaged/);
    again.succession.drop();
    takeAll(again);
    again.succeed();
    expectNew(again);
    again.close();
  });
});
