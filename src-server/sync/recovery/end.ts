import { setImmediate } from 'node:timers/promises';
import { toInstant } from '../../../src-shared/clock.ts';
import type { Context } from '../../context.ts';
import { ensureClient, lockClient } from '../../store/client.ts';
import {
  claimEnding,
  closeRecovery,
  countRecovered,
  listStations,
  type RecoveryRow,
  readLife,
} from '../../store/recovery.ts';
import {
  deleteEntries,
  type EntryRow,
  hasEntries,
  highestOldVersion,
  listClients,
  readNextEntries,
} from '../../store/recoveryEntry.ts';
import {
  liftVersion,
  listHeads,
  listRegions,
  lockProfiles,
  lockRegion,
  raiseVersion,
} from '../../store/region.ts';
import type { Tx } from '../../store/tables.ts';
import { inWriteTransaction } from '../../store/transaction.ts';
import { insertMark } from '../../store/versionMark.ts';
import { advanceTold } from './advance.ts';
import { decideAgain } from './decide.ts';
import type { Recovery } from './model.ts';
import { skipNumbers } from './numbers.ts';
import { noteReached } from './reached.ts';
import { unknownActors } from './unknownActors.ts';

/** Commands decided in one transaction; between two of them the server answers others (sync specification A10). */
const AT_ONCE = 100;

/** One ending at a time in this process. @param contextOf the whole context, of which this is a part */
export function createRecovery(contextOf: () => Context): Recovery {
  let running: Promise<void> | null = null;
  const end = async (recovery: RecoveryRow, by: string) => {
    running ??= endRecovery(contextOf(), recovery, by).finally(() => {
      running = null;
    });
    await running;
  };
  return {
    async endIfComplete() {
      const { recovery } = await readLife(contextOf().store.db);
      if (recovery === undefined) return;
      if (recovery.ended_by !== null) return await end(recovery, recovery.ended_by);
      if (await isComplete(contextOf(), recovery)) await end(recovery, 'all');
    },
    async close() {
      const { recovery } = await readLife(contextOf().store.db);
      if (recovery === undefined) return false;
      await end(recovery, 'administrator');
      return true;
    },
  };
}

/**
 * Whether everybody awaited has told everything. What people unknown here have done waits for the administrator, who can make their
 * accounts again; so does a recovery begun by hand on a server that knows no workstation yet.
 */
async function isComplete({ store, log }: Context, recovery: RecoveryRow): Promise<boolean> {
  const stations = await listStations(store.db, recovery.epoch);
  const awaited = stations.filter((station) => station.awaited === 1);
  if (awaited.some((station) => station.complete_at === null)) return false;
  if (awaited.length === 0 && recovery.reason === 'administrator') return false;
  const unknown = await unknownActors(store.db, recovery.epoch);
  if (unknown.length > 0) log.error({ operators: unknown.map(({ operator }) => operator) }, 'recovery waits');
  return unknown.length === 0;
}

/** Decides everything that was told, in the old order, in bounded transactions. Interrupted anywhere, it goes on at the next start. */
async function endRecovery(context: Context, recovery: RecoveryRow, by: string): Promise<void> {
  const { db } = context.store;
  const { epoch } = recovery;
  await claimEnding(db, epoch, by);
  const regions = (await listRegions(db)).map(({ id }) => id);
  while (!(await finish(context, epoch))) {
    for (const region of regions) await decideRegion(context, epoch, region);
  }
  await noteReached(context);
  context.log.error({ epoch, by }, 'recovery ended');
  for (const advance of await listHeads(db)) context.wakes.announce(advance);
}

async function decideRegion(context: Context, epoch: string, region: string): Promise<void> {
  const { db } = context.store;
  for (;;) {
    const seen = await readNextEntries(db, epoch, region, AT_ONCE);
    if (seen.length === 0) return;
    await inWriteTransaction(db, async (tx, attempt) => {
      const at = toInstant(context.now());
      const clients = await lockOwners(tx, seen, at);
      // Above every version the lost server told: the order of old places stays one order over all lives.
      await liftVersion(tx, region, await highestOldVersion(tx, epoch, region));
      const version = await raiseVersion(tx, region);
      // More may have been told meanwhile; what belongs to a client not locked waits for the next round.
      const entries = await readNextEntries(tx, epoch, region, AT_ONCE);
      const strange = entries.findIndex(({ client }) => !clients.has(client));
      const due = strange < 0 ? entries : entries.slice(0, strange);
      const done = await decideAgain(tx, attempt, { context, region, version, at }, due);
      await insertMark(tx, region, version, at, context.random);
      await deleteEntries(tx, due);
      await countRecovered(tx, epoch, { ...done, lost: 0 });
    });
    await setImmediate();
  }
}

async function lockOwners(tx: Tx, entries: readonly EntryRow[], at: string): Promise<Set<string>> {
  const owners = new Map(entries.map((entry) => [entry.client, entry]));
  const ids = [...owners.keys()].sort();
  for (const id of ids) {
    const { workstation, region } = owners.get(id) as EntryRow;
    await ensureClient(tx, { id, workstation, region }, at);
    await lockClient(tx, id, at);
  }
  return new Set(ids);
}

/** The last step: clients advanced, numbers skipped, serving again. @returns false when something is still to be decided */
async function finish(context: Context, epoch: string): Promise<boolean> {
  return await inWriteTransaction(context.store.db, async (tx) => {
    const at = toInstant(context.now());
    const locked = new Set((await listClients(tx, epoch)).map(({ client }) => client));
    for (const client of locked) await lockClient(tx, client, at);
    const regions = (await listRegions(tx)).map(({ id }) => id);
    const versions = new Map<string, number>();
    for (const region of regions) versions.set(region, await lockRegion(tx, region));
    await lockProfiles(tx);
    const told = await listClients(tx, epoch);
    // Somebody has told more in the meantime: another round.
    if ((await hasEntries(tx, epoch)) || told.some(({ client }) => !locked.has(client))) return false;
    const { recovery } = await readLife(tx);
    // Another server process has ended it.
    if (recovery?.epoch !== epoch) return true;
    let lost = 0;
    for (const client of told) {
      lost += await advanceTold(tx, context, client, versions.get(client.region) ?? 0, at);
    }
    await skipNumbers(tx, context);
    await countRecovered(tx, epoch, { redecided: 0, differing: 0, lost });
    await closeRecovery(tx, epoch, at);
    return true;
  });
}
