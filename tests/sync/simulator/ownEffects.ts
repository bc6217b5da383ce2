import type { Database, Statement } from 'better-sqlite3';
import { Broken } from './ledger.ts';
import type { Station } from './station.ts';
import type { World } from './world.ts';

interface Waiting {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
}

const seen = new WeakMap<Database, number>();

/**
 * I7: from Enter to confirmation, and after it, an operator sees the effect of every own act, or the act stands under attention.
 * Looked at after every event that may have changed the workstation's files.
 */
export async function checkOwnEffects(world: World, station: Station): Promise<void> {
  const disk = station.disk();
  const intent = disk?.open('intent');
  if (!disk || !intent || !station.isUp()) return;
  if (seen.get(intent) === disk.commits()) return;
  // What a fault kept from being shown is shown with the next call, and no window is without one.
  if (station.mayBeStale) {
    if (disk.isFaulty()) return;
    await station.call('sync.status', {});
    station.mayBeStale = false;
  }
  const records = station.disk()?.open('records');
  if (!records?.open || !intent.open) return;
  seen.set(intent, disk.commits());
  // The history line of an effect or, for what the centre did not accept, its record for author and leads.
  const onBoard = "SELECT id FROM record WHERE type IN ('history', 'attention')";
  const shown = new Set(all<{ id: string }>(records, onBoard).map(({ id }) => id));
  const attention = new Set(
    all<{ command: string }>(intent, 'SELECT command FROM attention').map(({ command }) => command),
  );
  const waiting = all<Waiting>(intent, 'SELECT id, seq, kind FROM outbox');
  const [position] = all<{ acked_client: string | null; acked_seq: number; fresh: number }>(
    records,
    'SELECT acked_client, acked_seq, fresh FROM position',
  );
  const confirmed = all<Waiting & { client: string }>(
    intent,
    "SELECT id, seq, kind, client FROM acknowledged WHERE outcome IN ('applied', 'merged', 'conflicted')",
  ).filter(({ client, seq }) => client === position?.acked_client && seq <= position.acked_seq);
  for (const { id, seq, kind } of [...waiting, ...confirmed]) {
    if (shown.has(id) || attention.has(id)) continue;
    throw new Broken(
      'I7',
      `station ${station.index} at ${world.timeline.now()} does not show its own ${kind} (sequence ${seq}, ${id})`,
    );
  }
}

const prepared = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/** Every row of a statement, by plain SQL beside the product. */
export function all<T>(db: Database, sql: string, ...given: unknown[]): T[] {
  const known = prepared.get(db) ?? new Map<string, Statement<unknown[]>>();
  prepared.set(db, known);
  const statement = known.get(sql) ?? db.prepare<unknown[]>(sql);
  known.set(sql, statement);
  return statement.all(...given) as T[];
}
