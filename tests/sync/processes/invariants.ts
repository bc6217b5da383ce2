import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { expect } from 'vitest';
import { openDatabase } from '../../../src-main/data/store/open.ts';
import { openStore } from '../../../src-server/store/open.ts';
import { canonicalJson } from '../../../src-shared/command/canonical.ts';

/** What the outside was told, gathered over every life of every process. */
export interface Told {
  /** Commands of acts that were answered "ok". */
  readonly commands: ReadonlySet<string>;
  /** Numbers told to callers. */
  readonly numbers: readonly string[];
  /** Where each workstation keeps its files, with its key. */
  readonly desks: readonly { readonly dir: string; readonly key: string }[];
  /** The server's data, and its PostgreSQL where it has one. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

interface Receipt {
  client: string;
  seq: number;
  command: string;
  outcome: string;
}

interface Document {
  type: string;
  id: string;
  version: number;
  ordinal: number;
  doc: string;
}

/**
 * Reads the databases after everything has ended and holds them against what was told (sync specification, invariants
 * I1-I4 and I8): everything heals, nothing is lost, nothing is there twice.
 */
export async function expectInvariants(
  told: Told,
): Promise<{ readonly commands: number; readonly records: number }> {
  const { dataDir, databaseUrl } = told;
  const store = await openStore({ dataDir, databaseUrl, log: pino({ level: 'silent' }) });
  const { db } = store;
  try {
    if (store.engine === 'sqlite') {
      const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
      expect(rows).toEqual([{ integrity_check: 'ok' }]);
    }
    const receipts = await db
      .selectFrom('receipt')
      .select(['client', 'seq', 'command', 'outcome'])
      .orderBy('client')
      .orderBy('seq')
      .execute();
    const rows = await db
      .selectFrom('record')
      .select(['type', 'id', 'version', 'ordinal', 'doc'])
      .where('deleted', '=', 0)
      .where('left_reason', 'is', null)
      .execute();
    const truth = rows.map((row) => ({ ...row, doc: row.doc ?? '' }));
    expectReceipts(told, receipts);
    expectEffects(receipts, truth);
    const issued = await db.selectFrom('issued_number').select('full_number').execute();
    expectNumbers(
      told,
      issued.map((row) => row.full_number),
    );
    // A kill is no restore: no workstation may take itself for a copy.
    expect(await db.selectFrom('client').select('id').execute()).toHaveLength(told.desks.length);
    for (const desk of told.desks) expectReplica(desk, truth);
    return { commands: receipts.length, records: truth.length };
  } finally {
    await store.close();
  }
}

/** Every command answered "ok" has one receipt; each client's sequence is without a gap. */
function expectReceipts(told: Told, receipts: readonly Receipt[]): void {
  const counts = new Map<string, number>();
  for (const { command } of receipts) counts.set(command, (counts.get(command) ?? 0) + 1);
  expect([...told.commands].filter((command) => !counts.has(command))).toEqual([]);
  expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
  const expected = new Map<string, number>();
  for (const { client, seq } of receipts) {
    expect({ client, seq }).toEqual({ client, seq: (expected.get(client) ?? 0) + 1 });
    expected.set(client, seq);
  }
  expect(receipts.filter(({ outcome }) => outcome === 'quarantined')).toEqual([]);
}

/** A command that was applied left one history entry, any other none. */
function expectEffects(receipts: readonly Receipt[], truth: readonly Document[]): void {
  const history = new Set(truth.filter(({ type }) => type === 'history').map(({ id }) => id));
  const applied = new Set(
    receipts.filter(({ outcome }) => outcome !== 'refused').map(({ command }) => command),
  );
  expect([...applied].filter((command) => !history.has(command))).toEqual([]);
  expect([...history].filter((id) => !applied.has(id))).toEqual([]);
  // A doubled effect would show in what a command appends: every call has at most one line of notes in this test.
  const notes = truth.filter(({ type }) => type === 'call').map(({ doc }) => JSON.parse(doc).notes.length);
  expect(Math.max(0, ...notes)).toBeLessThanOrEqual(1);
}

function expectNumbers(told: Told, issued: readonly string[]): void {
  expect(new Set(told.numbers).size).toBe(told.numbers.length);
  const known = new Set(issued);
  expect(told.numbers.filter((number) => !known.has(number))).toEqual([]);
}

/** A replica holds what the server's SQL answers, row by row, and nothing waits in it. */
function expectReplica({ dir, key }: Told['desks'][number], truth: readonly Document[]): void {
  const open = (name: string) =>
    openDatabase({
      file: join(dir, name),
      key: Buffer.from(key, 'hex'),
      durability: 'FULL',
      exclusive: true,
    });
  const records = open('records.db');
  const rows = records.prepare<[], Document>('SELECT type, id, version, ordinal, doc FROM record').all();
  const waiting = records.prepare<[], number>('SELECT count(*) FROM base').pluck().get();
  records.close();
  expect(rows.map(comparable).sort()).toEqual(truth.map(comparable).sort());
  expect(waiting).toBe(0);
  const intent = open('intent.db');
  expect(intent.prepare<[], number>('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
  expect(intent.pragma('integrity_check', { simple: true })).toBe('ok');
  intent.close();
}

function comparable({ type, id, version, ordinal, doc }: Document): string {
  return `${type} ${id} ${version} ${ordinal} ${canonicalJson(JSON.parse(doc))}`;
}
