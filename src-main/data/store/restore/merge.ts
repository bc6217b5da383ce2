import type { Database } from '../open.ts';
import { type SalvagedRow, salvageTable, tablesOf } from './salvage.ts';

/** Everything that came out of one file of intent, by table. */
export type Salvage = ReadonlyMap<string, readonly SalvagedRow[]>;

/** Reads a whole file of intent, as far as it can be. */
export function salvage(db: Database): Salvage {
  return new Map(tablesOf(db).map((table) => [table, salvageTable(db, table).rows]));
}

/** The row of what a database has once is taken from the best source; signing in begins anew. */
const ONLY_ONCE = ['identity', 'enrolment'];
const LEFT_OUT = ['session'];

/** What decides between two rows of the same key, where not simply the better source does. */
const MERGED: Readonly<Record<string, string>> = {
  draft: `ON CONFLICT (owner, call, field) DO UPDATE SET text = excluded.text, rev = excluded.rev, saved_at = excluded.saved_at,
    consumed_at = excluded.consumed_at WHERE excluded.rev > draft.rev`,
  own_series: 'ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)',
  block: 'ON CONFLICT (id) DO UPDATE SET next = max(next, excluded.next)',
};

/**
 * Pours what came out of several files into a fresh file of the newest schema, in the caller's transaction: rows by their keys, drafts by
 * their revision, numbers by the highest. What one source knows as confirmed waits no more, whatever an older one says.
 * @param sources the best first
 */
export function pourTogether(target: Database, sources: readonly Salvage[]): void {
  for (const table of tablesOf(target)) {
    if (LEFT_OUT.includes(table)) continue;
    if (table === 'outbox') continue;
    if (table === 'acknowledged') pour(target, table, acknowledgedOf(sources), '');
    else if (ONLY_ONCE.includes(table)) {
      const rows = sources.map((source) => source.get(table) ?? []).find((found) => found.length > 0);
      pour(target, table, rows ?? [], 'ON CONFLICT DO NOTHING');
    } else {
      const how = MERGED[table] ?? 'ON CONFLICT DO NOTHING';
      for (const source of sources) pour(target, table, source.get(table) ?? [], how);
    }
  }
  pour(target, 'outbox', outboxOf(target, sources), 'ON CONFLICT DO NOTHING');
}

function pour(target: Database, table: string, rows: readonly SalvagedRow[], how: string): void {
  const known = target.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  for (const row of rows) {
    const columns = known.filter((column) => Object.hasOwn(row, column));
    // OR IGNORE: a row that breaks a rule of the newest schema must not keep the others out.
    const verb = how === '' || how === 'ON CONFLICT DO NOTHING' ? 'INSERT OR IGNORE' : 'INSERT';
    const places = columns.map(() => '?').join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    target
      .prepare(`${verb} INTO "${table}" (${names}) VALUES (${places}) ${verb === 'INSERT' ? how : ''}`)
      .run(...columns.map((column) => row[column]));
  }
}

/** Each once, in the order in which they were confirmed; their places in the table are given anew. */
function acknowledgedOf(sources: readonly Salvage[]): SalvagedRow[] {
  return union(sources, 'acknowledged')
    .sort((a, b) => Number(a.n) - Number(b.n))
    .map(({ n: _n, ...row }) => row);
}

/** Each once, in sequence, older clients first; the sequence in the table is given anew. */
function outboxOf(target: Database, sources: readonly Salvage[]): SalvagedRow[] {
  const isKnown = target.prepare<[unknown], number>('SELECT 1 FROM acknowledged WHERE id = ?').pluck();
  const clients = [...new Set([...sources].reverse().flatMap(clientsOf))];
  return union(sources, 'outbox')
    .filter((row) => isKnown.get(row.id) === undefined)
    .map((row) => ({ row, client: clients.indexOf(clientOf(row)) }))
    .sort((a, b) => a.client - b.client || Number(a.row.seq) - Number(b.row.seq))
    .map(({ row }, index) => ({ ...row, seq: index + 1 }));
}

function clientsOf(source: Salvage): string[] {
  return (source.get('outbox') ?? []).map(clientOf);
}

function clientOf(row: SalvagedRow): string {
  const { client } = JSON.parse(String(row.body)) as { client: string };
  return client;
}

function union(sources: readonly Salvage[], table: string): SalvagedRow[] {
  const byId = new Map<unknown, SalvagedRow>();
  for (const source of sources) {
    for (const row of source.get(table) ?? []) if (!byId.has(row.id)) byId.set(row.id, row);
  }
  return [...byId.values()];
}
