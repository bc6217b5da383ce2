import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { startServer } from '../../../../src-server/server.ts';
import { aCallStart } from '../../../support/cases.ts';
import { aPeer, refusalOf } from '../../../support/peer.ts';
import { startTestServer, type TestServer } from '../../../support/server.ts';

describe('the embedded store', () => {
  let server: TestServer | undefined;
  afterEach(async () => await server?.close());

  test('a full disk rolls the whole batch back; with space again the same batch is decided once', async () => {
    server = await startTestServer();
    const peer = await aPeer(server);
    const { db } = server.running.context.store;
    const pages = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
    await sql.raw(`PRAGMA max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 2}`).execute(db);
    const commands = Array.from({ length: 100 }, () => aCallStart(peer));
    const reply = await peer.send('/sync/push', {
      client: peer.client,
      request: crypto.randomUUID(),
      epoch: peer.epoch,
      commands,
    });
    expect([reply.status, refusalOf(reply)]).toEqual([503, 'busy']);
    const during = await peer.pullAll();
    expect(during.last.ack.lastSeq).toBe(0);
    expect(during.rows.filter((row) => row.type === 'call')).toEqual([]);
    await sql.raw('PRAGMA max_page_count = 1073741823').execute(db);
    const answer = await peer.push(commands);
    expect(new Set(answer.results.map((result) => result.outcome))).toEqual(new Set(['applied']));
    expect((await peer.pullAll()).rows.filter((row) => row.type === 'call')).toHaveLength(100);
  });

  test('every commit is synced: WAL with synchronous FULL', async () => {
    server = await startTestServer();
    const { db } = server.running.context.store;
    const read = async (name: string) =>
      Object.values((await sql.raw(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0];
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('locking_mode')).toBe('exclusive');
  });

  test('lists and pulls run over an index', async () => {
    server = await startTestServer();
    const { db } = server.running.context.store;
    const planOf = async (statement: string) => {
      const { rows } = await sql.raw<{ detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).execute(db);
      return rows.map((row) => row.detail).join('; ');
    };
    const plans = await Promise.all(
      [
        "SELECT * FROM record WHERE region = 'dn' AND version > 5 ORDER BY version, ordinal LIMIT 501",
        "SELECT * FROM record WHERE region = 'dn' AND ((type = 'call' AND id = 'a') OR (type = 'call' AND id = 'b'))",
        "SELECT * FROM receipt WHERE client = 'c' AND seq > 4 ORDER BY seq LIMIT 10",
        "SELECT * FROM receipt WHERE command IN ('a', 'b') AND repeated = 0",
        "SELECT * FROM block WHERE office = 'x' AND year = 2026 AND lo <= 7 ORDER BY lo DESC LIMIT 1",
      ].map(planOf),
    );
    for (const plan of plans) {
      expect(plan).not.toMatch(/SCAN (record|receipt|block)/);
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });

  test('names what keeps it from starting, and changes nothing', async () => {
    server = await startTestServer();
    const { dataDir } = server;
    await expect(startServer({ dataDir })).rejects.toMatchObject({ reason: 'inUse' });
    await sql`INSERT INTO schema_step (number, name, at) VALUES (9990, 'later', '')`.execute(
      server.running.context.store.db,
    );
    await server.stop();
    await expect(startServer({ dataDir })).rejects.toMatchObject({ reason: 'newerSchema' });
    const file = join(dataDir, 'holos.db');
    const whole = await readFile(file);
    await writeFile(file, 'not a database, but longer than its header of one hundred bytes'.repeat(100));
    await expect(startServer({ dataDir })).rejects.toMatchObject({ reason: 'notADatabase' });
    expect((await readFile(file, 'utf8')).startsWith('not a database')).toBe(true);
    await writeFile(file, whole);
    await writeFile(`${dataDir}.highwater.json`, 'not ours');
    await expect(
      startServer({ dataDir: join(dataDir, 'other'), highWaterFile: `${dataDir}.highwater.json` }),
    ).rejects.toThrow('HOLOS_HIGHWATER');
  });
});
