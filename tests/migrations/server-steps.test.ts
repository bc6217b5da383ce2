import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEpoch } from '../../src-server/store/meta.ts';
import { openStore } from '../../src-server/store/open.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

const log = pino({ level: 'silent' });

describe('the schema of the server', () => {
  let folder: string;
  let postgres: TestPostgres;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holos-schema-'));
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('is the same on both engines, table by table, column by column', async () => {
    const embedded = await openStore({ dataDir: join(folder, 'data'), log });
    const shared = await openStore({ dataDir: folder, databaseUrl: await postgres.createDatabase(), log });
    const shapes = await Promise.all(
      [embedded, shared].map(async (store) => {
        const tables = await store.db.introspection.getTables();
        return tables
          .map((table) => ({
            name: table.name,
            columns: table.columns.map((column) => ({
              name: column.name,
              kind: /int/i.test(column.dataType) ? 'integer' : 'text',
              nullable: column.isNullable,
            })),
          }))
          .filter((table) => table.name !== 'schema_step')
          .sort((a, b) => a.name.localeCompare(b.name));
      }),
    );
    // Whatever else is missing, the first step's tables are there, and none of them came twice.
    expect(shapes[0]?.length).toBeGreaterThan(16);
    expect(shapes[1]).toEqual(shapes[0]);
    await embedded.close();
    await shared.close();
  });

  test('is made once when several processes open a new database at the same time, and they share one epoch', async () => {
    const databaseUrl = await postgres.createDatabase();
    const stores = await Promise.all(
      Array.from({ length: 4 }, async () => await openStore({ dataDir: folder, databaseUrl, log })),
    );
    expect(new Set(await Promise.all(stores.map((store) => readEpoch(store.db)))).size).toBe(1);
    for (const store of stores) await store.close();
  });

  test('stays as it is when the store is opened again', async () => {
    const dataDir = join(folder, 'again');
    const first = await openStore({ dataDir, log });
    await first.close();
    const second = await openStore({ dataDir, log });
    expect(second.meta).toEqual(first.meta);
    const steps = readdirSync(new URL('../../migrations/server/', import.meta.url)).sort();
    const stamps = await second.db.selectFrom('schema_step').select('number').orderBy('number').execute();
    expect(stamps.map(({ number }) => number)).toEqual(steps.map((name) => Number(name.slice(0, 4))));
    await second.close();
  });
});
