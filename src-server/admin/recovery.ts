import type { Context } from '../context.ts';
import { listRecoveries, listStations, type RecoveryRow, readLife } from '../store/recovery.ts';
import { countEntries } from '../store/recoveryEntry.ts';
import { beginRecovery } from '../sync/recovery/begin.ts';
import { type UnknownActor, unknownActors } from '../sync/recovery/unknownActors.ts';
import { AdminRefused } from './adminRefused.ts';

/** A recovery as the administrator sees it. */
interface RecoverySummary {
  readonly reason: string;
  readonly beganAt: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  /** Commands decided again, those whose outcome was another one than before, and sequences nobody held any more. */
  readonly redecided: number;
  readonly differing: number;
  readonly lost: number;
}

interface RecoveryStatus {
  readonly open:
    | (RecoverySummary & {
        readonly workstations: readonly {
          readonly id: string;
          readonly name: string;
          readonly region: string;
          readonly lastContact: string;
          readonly awaited: boolean;
          readonly complete: boolean;
          /** Commands it has told that this server lacked. */
          readonly told: number;
        }[];
        /** Authors of such commands whose accounts were lost; make them again under the same id, then it goes on. */
        readonly unknownOperators: readonly UnknownActor[];
      })
    | null;
  readonly past: readonly RecoverySummary[];
}

/**
 * Begins a recovery by hand: the data was put back in a way that nothing could show.
 * @throws AdminRefused when one is open
 */
export async function beginByHand(context: Context): Promise<RecoverySummary> {
  const { db } = context.store;
  const { epoch, recovery } = await readLife(db);
  if (recovery !== undefined || !(await beginRecovery(context, 'administrator', { epoch })))
    throw new AdminRefused('A recovery is open already; see: recovery status');
  const begun = (await readLife(db)).recovery;
  if (begun === undefined) throw new AdminRefused('The recovery has ended already; see: recovery status');
  return summaryOf(begun);
}

/** Whom the recovery waits for and what it has brought so far; the past ones beneath. */
export async function recoveryStatus({ store }: Context): Promise<RecoveryStatus> {
  const { recovery } = await readLife(store.db);
  const past = (await listRecoveries(store.db)).filter(({ state }) => state === 'ended').map(summaryOf);
  if (recovery === undefined) return { open: null, past };
  const told = new Map(
    (await countEntries(store.db, recovery.epoch)).map((row) => [row.workstation, row.count]),
  );
  const workstations = (await listStations(store.db, recovery.epoch)).map((station) => ({
    id: station.workstation,
    name: station.name,
    region: station.region,
    lastContact: station.seen_at,
    awaited: station.awaited === 1,
    complete: station.complete_at !== null,
    told: told.get(station.workstation) ?? 0,
  }));
  const unknownOperators = await unknownActors(store.db, recovery.epoch);
  return { open: { ...summaryOf(recovery), workstations, unknownOperators }, past };
}

/**
 * Ends the recovery whoever is missing; a workstation that comes later tells its part then.
 * @throws AdminRefused when none is open
 */
export async function closeByHand(context: Context): Promise<RecoveryStatus> {
  if (!(await context.recovery.close())) throw new AdminRefused('No recovery is open.');
  return await recoveryStatus(context);
}

function summaryOf(row: RecoveryRow): RecoverySummary {
  const { reason, redecided, differing, lost } = row;
  return {
    reason,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    redecided,
    differing,
    lost,
  };
}
