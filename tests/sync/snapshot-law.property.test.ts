import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStores, type Stores } from '../../src-main/data/store/stores.ts';
import { buildSnapshot } from '../../src-server/sync/snapshot/build.ts';
import type { ClientId } from '../../src-shared/brand.ts';
import type { PullRow } from '../../src-shared/sync/pull.ts';
import { type CentreRow, putRows } from '../support/centreRows.ts';
import { aPeer, type Peer } from '../support/peer.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { aFolder, CLIENT_MIGRATIONS, removeFolders } from '../support/workstation.ts';

/** Records the histories play with: few, so that they are written, deleted and written again. */
const IDS = Array.from({ length: 6 }, (_, index) => `00000000-0000-7000-8000-00000000000${index}`);

/** One version of the region: some records written or deleted together. */
const aVersion = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...IDS), value: fc.option(fc.nat(99), { nil: null }) }),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
);
const aHistory = fc.record({
  before: fc.array(aVersion, { maxLength: 5 }),
  during: fc.array(aVersion, { maxLength: 4 }),
  after: fc.array(aVersion, { maxLength: 5 }),
  pageRows: fc.integer({ min: 1, max: 4 }),
});

let server: TestServer;
let peer: Peer;
let stores: Stores;
const key = Buffer.alloc(32, 7);

beforeAll(async () => {
  server = await startTestServer();
  peer = await aPeer(server);
});
beforeEach(async () => {
  const newClient = () => randomUUID() as ClientId;
  const dir = await aFolder();
  stores = openStores({ dir, migrationsDir: CLIENT_MIGRATIONS, key, newClient, wallMs: () => Date.now() });
});
afterEach(() => stores.close());
afterAll(async () => {
  await server.close();
  await removeFolders();
});

async function write(version: { id: string; value: number | null }[]): Promise<void> {
  const rows = version.map(
    ({ id, value }): CentreRow => ({
      type: 'call',
      id,
      doc: value === null ? null : { id, value, endedAt: null },
    }),
  );
  await putRows(server.running.context, rows);
}

/** Takes the pages in as a workstation does: staged, then applied together. */
function apply(rows: readonly PullRow[], fresh: boolean): void {
  const { records } = stores;
  records.transact(() => {
    for (const row of rows) records.staged.put(row);
    records.staged.apply(fresh);
    records.staged.clear();
  });
}

function held(): Record<string, string | undefined> {
  return Object.fromEntries(IDS.map((id) => [id, stores.records.record.row('call', id)?.doc]));
}

describe('snapshot and pull', () => {
  test('together are the pull from the beginning, wherever the cut falls and whatever is written meanwhile', async () => {
    const property = fc.asyncProperty(aHistory, async ({ before, during, after, pageRows }) => {
      for (const version of before) await write(version);
      const building = buildSnapshot(server.running.context, 'dn');
      for (const version of during) await write(version);
      const manifest = await building;
      if (manifest === null) throw new Error('nothing built');
      for (const version of after) await write(version);

      const { offer, epoch } = manifest;
      const successor = stores.succession.begin(epoch, offer);
      for (const { offset, length } of offer.pieces) {
        const bytes = await server.running.context.snapshots.read(offer.file, offset, offset + length - 1);
        successor.take(gunzipSync(bytes));
      }
      successor.complete({ client: randomUUID(), seq: 0 });
      stores.succeed();
      const cursor = stores.records.meta.get().cursor;
      apply((await peer.pullAll({ cursor, limit: pageRows })).rows, false);
      const fromSnapshot = held();

      apply((await peer.pullAll({ limit: pageRows })).rows, true);
      expect(fromSnapshot).toEqual(held());
      // The same pages once more change nothing.
      apply((await peer.pullAll({ cursor, limit: pageRows })).rows, false);
      expect(held()).toEqual(fromSnapshot);
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
