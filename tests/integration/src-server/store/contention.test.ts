import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCallStart } from '../../../support/cases.ts';
import { aPeer, type Peer, refusalOf } from '../../../support/peer.ts';
import type { TestServer } from '../../../support/server.ts';
import { openSlowTransaction } from '../../../support/slowTransaction.ts';
import { type Bench, openBench } from '../../../support/stores.ts';

/** Short limits, so that the test sees them at work. */
const LIMITS = { lockMs: 700, statementMs: 5_000, idleInTransactionMs: 2_000 };

describe('two server processes on one PostgreSQL', () => {
  let bench: Bench;
  let here: TestServer;
  let there: TestServer;
  let writer: Peer;
  beforeAll(async () => {
    bench = await openBench('postgres');
    here = await bench.server({ limits: LIMITS });
    there = await bench.server({ databaseUrl: here.databaseUrl, limits: LIMITS });
    writer = await aPeer(here);
  });
  afterAll(async () => await bench.end());

  test('a slow transaction commits late, yet nobody reads past it: versions appear in the order of commits', async () => {
    const { cursor } = (await writer.pullAll()).last;
    const slow = await openSlowTransaction(here.databaseUrl ?? '');
    const version = await slow.raise();
    await slow.write(version, 'slow');
    const waiting = writer.push([aCallStart(writer)]);
    await slow.untilSomebodyWaits();
    // Taken and not committed: no reader may see it, nor pass it.
    const between = await writer.pull({ cursor });
    expect(between).toMatchObject({ rows: [], cursor, more: false });
    await slow.commit();
    expect((await waiting).results[0]?.version).toBe(version + 1);
    const { rows } = await writer.pullAll({ cursor: between.cursor });
    expect(rows.map((row) => row.version)).toEqual([version, version + 1, version + 1]);
    expect(rows[0]?.id).toBe('slow');
  });

  test('two processes writing into one region leave every record readable in commit order', async () => {
    const other = await aPeer(there, 'bondar');
    const { cursor } = (await writer.pullAll()).last;
    const pushes = [writer, other].map(async (peer) => {
      for (let count = 0; count < 15; count += 1) await peer.push([aCallStart(peer)]);
    });
    const seen: { id: string; version: number }[] = [];
    let place = cursor;
    let isDone = false;
    const all = Promise.all(pushes).then(() => {
      isDone = true;
    });
    for (let isLast = false; !isLast; ) {
      isLast = isDone;
      const { rows, last } = await writer.pullAll({ cursor: place, limit: 3 });
      seen.push(...rows);
      place = last.cursor;
    }
    await all;
    const versions = seen.map((row) => row.version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(seen.map((row) => row.id)).size).toBe(60);
  });

  test('a connection left idle inside a transaction does not hold a region for ever', async () => {
    const command = aCallStart(writer);
    const body = {
      client: writer.client,
      request: crypto.randomUUID(),
      epoch: writer.epoch,
      commands: [command],
    };
    const holder = await openSlowTransaction(here.databaseUrl ?? '', LIMITS.idleInTransactionMs);
    await holder.raise();
    const refused = await writer.send('/sync/push', body);
    expect([refused.status, refusalOf(refused)]).toEqual([503, 'busy']);
    expect(refused.headers.get('retry-after')).toBe('2');
    await holder.ended;
    expect((await writer.push([command])).results[0]?.outcome).toBe('applied');
  });

  test('a lost database connection costs an answer, not the server', async () => {
    const admin = new pg.Client({ connectionString: here.databaseUrl });
    await admin.connect();
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await admin.end();
    const command = aCallStart(writer);
    const body = () => ({
      client: writer.client,
      request: crypto.randomUUID(),
      epoch: writer.epoch,
      commands: [command],
    });
    // Each dead connection of the pool may cost one answer.
    let reply = await writer.send('/sync/push', body());
    for (let tries = 0; reply.status === 503 && tries < 20; tries += 1)
      reply = await writer.send('/sync/push', body());
    expect(reply.status).toBe(200);
  });
});
