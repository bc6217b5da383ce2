import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src-main/data/store/open.ts';
import { openStore, type Store } from '../../src-server/store/open.ts';
import { aCallStart, aNote, aRegistration, leasedNumber } from '../support/cases.ts';
import { aPeer, peerOf } from '../support/peer.ts';
import { loadRelease, type Release } from '../support/release.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ENGINES, openBench } from '../support/stores.ts';
import { aFolder, aRegisteredCall, openTestWorkstation, removeFolders } from '../support/workstation.ts';

let old: Release;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  old = await loadRelease('0.1.0');
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});
afterAll(removeFolders);

async function keep<T extends { close(): Promise<void> }>(opened: Promise<T>): Promise<T> {
  const made = await opened;
  ends.push(() => made.close());
  return made;
}

/** Every row of every table but the list of steps, as text. */
async function contentOf(store: Pick<Store, 'db'>): Promise<Map<string, string[]>> {
  const tables = await store.db.introspection.getTables();
  const content = new Map<string, string[]>();
  for (const { name, columns } of tables.filter((table) => table.name !== 'schema_step')) {
    const order = columns.map((column) => column.name).sort();
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(store.db);
    content.set(name, rows.map((row) => JSON.stringify(order.map((column) => [column, row[column]]))).sort());
  }
  return content;
}

/** Rows of a later schema without the columns that came with it. */
function without(rows: readonly string[], known: readonly string[]): string[] {
  const names = new Set((JSON.parse(known[0] ?? '[]') as [string, unknown][]).map(([name]) => name));
  return rows
    .map((row) => (JSON.parse(row) as [string, unknown][]).filter(([name]) => names.has(name)))
    .map((row) => JSON.stringify(row))
    .sort();
}

describe.each(ENGINES)('a server of release 0.1.0 on %s is renewed on its data', (engine) => {
  test('every row stays, the schema becomes that of a new server, and the workstation goes on where it was', async () => {
    const bench = await openBench(engine);
    ends.push(() => bench.end());
    // A server of today shows its schema, then lends its database, emptied, to the old one.
    const fresh = await bench.server();
    const shape = await shapeOf(fresh.running.context.store);
    const databaseUrl = engine === 'postgres' ? await emptied(fresh) : undefined;
    await fresh.stop();
    const dataDir = join(await aFolder(), 'server');
    const before = await startTestServer({ databaseUrl, dataDir }, old);
    const peer = await aPeer(before);
    const call = randomUUID();
    const commands = [
      aCallStart(peer, call),
      aNote(peer, call),
      aRegistration(peer, leasedNumber(peer), call),
      aNote(peer, randomUUID()),
      peer.command('call.sing', { song: 1 }),
    ];
    const told = await peer.push(commands);
    expect(told.results.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'applied',
      'applied',
      'refused',
      'quarantined',
    ]);
    const content = await contentOf(before.running.context.store);
    const records = (await peer.pullAll()).rows;
    await before.stop();

    const log = pino({ level: 'silent' });
    const store = await openStore({ dataDir, databaseUrl, log });
    const after = await contentOf(store);
    for (const [name, rows] of content) expect(without(after.get(name) ?? [], rows)).toEqual(rows);
    expect(await shapeOf(store)).toEqual(shape);
    await store.close();

    const renewed = await keep(startTestServer({ databaseUrl, dataDir }));
    const again = await peerOf(renewed.url, peer.bearer, peer.enrolled);
    // Today's server tells of its workstations, and of what waits for a person, beside everything told before.
    const rows = (await again.pullAll()).rows;
    expect(rows.filter(({ type }) => type !== 'attention' && type !== 'workstation')).toEqual(records);
    await before.close();
  });
});

/** The database of a server, empty again: what an older release would begin with. */
async function emptied(server: TestServer): Promise<string> {
  const { db } = server.running.context.store;
  await sql`DROP SCHEMA public CASCADE`.execute(db);
  await sql`CREATE SCHEMA public`.execute(db);
  return server.databaseUrl ?? '';
}

async function shapeOf(store: Pick<Store, 'db'>): Promise<unknown> {
  const tables = await store.db.introspection.getTables();
  return tables
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => `${column.name} ${column.dataType} ${column.isNullable}`).sort(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

describe('a workstation of release 0.1.0 is renewed on its files', () => {
  test('work waiting, unfinished text and what is under attention are all there, and the queue leaves', async () => {
    const server = await keep(startTestServer({}, old));
    const desk = await openTestWorkstation({ release: old });
    await desk.enrol(server, 'Стіл');
    await desk.signIn('shevchuk');
    await desk.settled();
    // Refused by the centre: another has reassigned it meanwhile.
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await desk.settled();
    const rival = await keep(openTestWorkstation({ release: old }));
    await rival.enrol(server, 'Інший');
    await rival.signIn('shevchuk');
    await rival.settled();
    const { operators } = await desk.get('operator.list', {});
    const idOf = (name: string) => operators.find((operator) => operator.name.startsWith(name))?.id;
    const assign = (to: string) => ({
      kind: 'appeal.assign',
      payload: { appeal, from: idOf('Шевчук'), to: idOf(to) },
    });
    desk.line.cut();
    await desk.submit([assign('Бондар')]);
    await rival.submit([assign('Коваль')]);
    await rival.settled();
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    expect((await desk.get('attention.list', {})).items).toHaveLength(1);

    desk.line.cut();
    const waiting = randomUUID();
    const told = await desk.submit(aRegisteredCall(randomUUID(), waiting));
    const call = randomUUID();
    const save = { call, field: 'notes', text: 'незакінчене', rev: 7 } as const;
    await desk.get('draft.save', save);
    await desk.close();
    const before = rowsOf(desk.dir, desk.key);
    expect(before.outbox).toHaveLength(4);

    desk.line.mend();
    await server.stop();
    const renewed = await keep(desk.reopen({ release: undefined }));
    expect((await renewed.get('draft.list', {})).calls).toMatchObject([{ call, fields: [save] }]);
    expect((await renewed.get('attention.list', {})).items).toMatchObject([
      { kind: 'appeal.assign', code: 'already_assigned' },
    ]);
    const number = told.commands.find((command) => command.number !== null)?.number;
    expect((await renewed.get('appeal.get', { appeal: waiting }))?.appeal.number).toBe(number);
    expect((await renewed.get('sync.status', {})).waiting).toBe(4);
    await renewed.close();
    const after = rowsOf(desk.dir, desk.key);
    // Commands are never rewritten by a step: the bytes that wait are the bytes that were issued.
    expect(after).toEqual(before);

    const port = Number(new URL(server.url).port);
    await keep(startTestServer({ dataDir: server.dataDir, port }));
    const once = await keep(renewed.reopen());
    await once.settled();
    expect((await once.get('appeal.get', { appeal: waiting }))?.delivery).toBe('accepted');
    expect((await once.get('attention.list', {})).items).toMatchObject([{ code: 'already_assigned' }]);
    await rm(`${server.dataDir}.highwater.json`, { force: true });
  });
});

/** What waits, was confirmed, is unfinished or under attention, byte by byte. */
function rowsOf(dir: string, key: Buffer): Record<string, unknown[]> {
  const file = join(dir, 'intent.db');
  const db: Database = openDatabase({ file, key, durability: 'FULL', exclusive: true });
  try {
    const all = (statement: string) => db.prepare<[], unknown>(statement).all();
    return {
      outbox: all('SELECT seq, id, kind, actor, action, body, hash, at FROM outbox ORDER BY seq'),
      acknowledged: all('SELECT client, seq, id, body, hash, outcome, version FROM acknowledged ORDER BY n'),
      draft: all('SELECT owner, call, field, text, rev FROM draft ORDER BY call, field'),
      attention: all('SELECT command, reason, code, data, body FROM attention ORDER BY command'),
      identity: all('SELECT client, next_seq FROM identity'),
      number: all('SELECT id, block, serial, command FROM number ORDER BY id'),
    };
  } finally {
    db.close();
  }
}
