import { toInstant } from '../../../src-shared/clock.ts';
import type { RepushAnswer, RepushRequest } from '../../../src-shared/sync/repush.ts';
import type { Context, Workstation } from '../../context.ts';
import { RequestRefused } from '../../requestRefused.ts';
import { ensureClient, lockClient, readClient } from '../../store/client.ts';
import { ensureGrant } from '../../store/grant.ts';
import { completeStation, type Life, readLife } from '../../store/recovery.ts';
import { type EntryRow, insertEntries, listClients, noteClient } from '../../store/recoveryEntry.ts';
import { lockRegion, lowerVersion, raiseVersion } from '../../store/region.ts';
import type { Tx } from '../../store/tables.ts';
import { type Attempt, inWriteTransaction } from '../../store/transaction.ts';
import { insertMark } from '../../store/versionMark.ts';
import { advanceTold } from './advance.ts';
import { decideAgain } from './decide.ts';
import { restoreBlocks } from './numbers.ts';
import { inOldOrder, rehome } from './rehome.ts';
import { withoutReceipt } from './told.ts';

/** More sequences than this cannot be missing below a confirmed one; whoever says so is not ours. */
const MOST_MISSING = 1_000_000;

/**
 * Takes in what a workstation knows of the time a restored server has lost (sync specification 1.9). While the recovery is open it is
 * kept, to be decided in the old order with what the others tell; a late-comer's is decided at once by the normal rules.
 * @throws RequestRefused `client_unknown` when the client has to say hello first
 */
export async function repush(
  context: Context,
  workstation: Workstation,
  request: RepushRequest,
): Promise<RepushAnswer> {
  const done = await inWriteTransaction(
    context.store.db,
    async (tx, attempt) => await take(tx, attempt, context, workstation, request),
  );
  if (done.version !== null) context.wakes.announce({ region: workstation.region, version: done.version });
  if (request.complete)
    context.log.warn({ workstation: workstation.id, epoch: request.epoch }, 'workstation told everything');
  if (request.complete && done.isOpen) await context.recovery.endIfComplete();
  return { client: request.client, request: request.request, epoch: request.epoch, taken: done.taken };
}

interface Taken {
  readonly taken: number;
  readonly isOpen: boolean;
  readonly version: number | null;
}

async function take(
  tx: Tx,
  attempt: Attempt,
  context: Context,
  workstation: Workstation,
  request: RepushRequest,
): Promise<Taken> {
  const at = toInstant(context.now());
  const region = workstation.region;
  const clients = await lockClients(tx, workstation, request, at);
  await lockRegion(tx, region);
  // Only now: with the region locked no recovery begins or ends before this transaction has ended.
  const life = await readLife(tx);
  if (life.epoch !== request.epoch) throw new RequestRefused('client_unknown');
  await noteClients(tx, workstation, request, clients);
  await restoreBlocks(tx, context, workstation, request.client, request.blocks);
  for (const { id, operator } of request.grants)
    await ensureGrant(tx, { id, operator, workstation: workstation.id, at, offline_until: at });

  const rows = rowsOf(life.epoch, workstation, request, clients);
  const placed = await rehome(tx, context, workstation, life.epoch, at, rows);
  const fresh = await withoutReceipt(tx, context.log, placed);
  let version: number | null = null;
  if (life.recovery !== undefined) await insertEntries(tx, fresh);
  else if (fresh.length > 0) version = await decideLate(tx, attempt, context, region, at, fresh);
  if (request.complete) await complete(tx, context, workstation, life, at);
  return { taken: fresh.length, isOpen: life.recovery !== undefined, version };
}

/** Every client named, made known and locked in ascending order. Another workstation's clients are not this one's to tell of. */
async function lockClients(
  tx: Tx,
  workstation: Workstation,
  request: RepushRequest,
  at: string,
): Promise<ReadonlySet<string>> {
  const named = new Set([request.client, ...request.entries.map(({ command }) => command.client)]);
  const own = new Set<string>();
  for (const id of [...named].sort()) {
    await ensureClient(tx, { id, workstation: workstation.id, region: workstation.region }, at);
    const client = await lockClient(tx, id, at);
    if (client?.workstation === workstation.id) own.add(id);
  }
  if (!own.has(request.client)) throw new RequestRefused('client_unknown');
  return own;
}

async function noteClients(
  tx: Tx,
  workstation: Workstation,
  { client, ackedSeq, entries, epoch }: RepushRequest,
  own: ReadonlySet<string>,
): Promise<void> {
  const known = await readClient(tx, client);
  if (ackedSeq > (known?.last_seq ?? 0) + MOST_MISSING) throw new RequestRefused('malformed');
  const last = new Map([[client as string, ackedSeq]]);
  for (const { command } of entries)
    last.set(command.client, Math.max(last.get(command.client) ?? 0, command.seq));
  for (const [id, acked_seq] of last) {
    if (!own.has(id)) continue;
    await noteClient(tx, {
      epoch,
      client: id,
      workstation: workstation.id,
      region: workstation.region,
      acked_seq,
    });
  }
}

function rowsOf(
  epoch: string,
  workstation: Workstation,
  request: RepushRequest,
  own: ReadonlySet<string>,
): EntryRow[] {
  return request.entries
    .filter(({ command }) => own.has(command.client))
    .map(({ command, version, ordinal, outcome, code }) => ({
      epoch,
      command: command.id,
      client: command.client,
      seq: command.seq,
      region: workstation.region,
      workstation: workstation.id,
      old_version: version,
      old_ordinal: ordinal,
      old_outcome: outcome,
      old_code: code,
      actor: command.actor,
      body: JSON.stringify(command),
    }))
    .sort(inOldOrder);
}

async function decideLate(
  tx: Tx,
  attempt: Attempt,
  context: Context,
  region: string,
  at: string,
  fresh: readonly EntryRow[],
): Promise<number | null> {
  const version = await raiseVersion(tx, region);
  const done = await decideAgain(tx, attempt, { context, region, version, at }, fresh);
  if (done.stands) await insertMark(tx, region, version, at, context.random);
  else await lowerVersion(tx, region);
  return done.stands ? version : null;
}

async function complete(
  tx: Tx,
  context: Context,
  workstation: Workstation,
  life: Life,
  at: string,
): Promise<void> {
  await completeStation(tx, life.epoch, workstation.id, at);
  if (life.recovery !== undefined) return;
  const version = await lockRegion(tx, workstation.region);
  for (const told of await listClients(tx, life.epoch, workstation.id))
    await advanceTold(tx, context, told, version, at);
}
