import { toInstant } from '../../src-shared/clock.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import type { CommandResult } from '../../src-shared/command/outcome.ts';
import type { PushAnswer, PushRequest, PushStop } from '../../src-shared/sync/push.ts';
import type { Context, Workstation } from '../context.ts';
import type { Random } from '../random.ts';
import { RequestRefused } from '../requestRefused.ts';
import { advanceClient, type ClientRow, lockClient } from '../store/client.ts';
import { readGrants } from '../store/grant.ts';
import { readTouched } from '../store/quarantine.ts';
import { insertReceipts, type ReceiptRow, readDecided, readReceipts } from '../store/receipt.ts';
import { readDocuments } from '../store/record.ts';
import { lowerVersion, raiseVersion, readRegion } from '../store/region.ts';
import type { Tx } from '../store/tables.ts';
import type { Attempt } from '../store/transaction.ts';
import { isTrouble } from '../store/trouble.ts';
import { insertMark } from '../store/versionMark.ts';
import { refsOf } from './judge.ts';
import { isStandIn, repeatedReceipt, resultOf } from './receiptOf.ts';
import { assertServed } from './recovery/life.ts';
import { type Batch, settle } from './settle.ts';
import { directSheet, gatheringSheet, type Sheet } from './sheet.ts';

/**
 * Decides a batch in one transaction, each command exactly once (sync specification 1.3): everything is on disk, in order, with its
 * receipts, or nothing is.
 * @throws RequestRefused `client_unknown` when the client has to say hello first, `recovering` after a restore
 */
export async function push(
  context: Context,
  workstation: Workstation,
  request: PushRequest,
): Promise<PushAnswer> {
  if (request.commands.some((command) => command.client !== request.client))
    throw new RequestRefused('malformed');
  const done = await context.store.inTurn(async (tx, attempt) => {
    const { random } = context;
    const { commands, epoch } = request;
    const at = toInstant(context.now());
    // The order of locks is always the same: client, then region, then records.
    const client = await lockClient(tx, request.client, at);
    if (client?.workstation !== workstation.id) throw new RequestRefused('client_unknown');
    return await decideInOrder(tx, attempt, { client, workstation, epoch, commands, at, random });
  });
  announceDecided(context, workstation.region, done);
  return {
    client: request.client,
    request: request.request,
    epoch: request.epoch,
    results: done.results,
    stop: done.stop,
  };
}

/** Wakes the region and tells what was kept aside, once everything is on disk. */
export function announceDecided(context: Context, region: string, { version, fresh }: Decision): void {
  if (version !== null) context.wakes.announce({ region, version });
  for (const row of fresh) {
    if (row.outcome !== 'quarantined') continue;
    const { command, client, seq, code } = row;
    context.log.error({ command, client, seq, code }, 'command quarantined');
  }
}

/** Commands of one client with what they are decided by. */
interface Work {
  readonly client: ClientRow;
  readonly workstation: Workstation;
  /** Epoch in which the client believes to work. */
  readonly epoch: string;
  readonly commands: readonly Command[];
  readonly at: string;
  readonly random: Random;
}

/** What came of a batch. */
export interface Decision {
  readonly results: CommandResult[];
  readonly stop: PushStop | null;
  /** Version of this transaction; null when nothing was decided. */
  readonly version: number | null;
  readonly fresh: readonly ReceiptRow[];
}

/** Decides a batch of one client in its order, in the caller's transaction, which holds the client. @throws as `push` */
export async function decideInOrder(tx: Tx, attempt: Attempt, work: Work): Promise<Decision> {
  const { client, commands, workstation, at } = work;
  const { told, next, stop } = await splitBatch(tx, client, commands);
  const results = told.map(resultOf);
  const region = workstation.region;
  const version = next.length === 0 ? null : await raiseVersion(tx, region);
  // Only now: with the region locked no recovery can begin before this transaction has ended.
  await assertServed(tx, work.epoch);
  if (version === null) return { results, stop, version, fresh: [] };
  const { fresh, hasDecided } = await decideAll(tx, attempt, work, next, version);
  await insertReceipts(tx, fresh);
  const last = next.at(-1);
  if (last) await advanceClient(tx, client.id, last.seq, last.hash);
  if (hasDecided) await insertMark(tx, region, version, at, work.random);
  else await lowerVersion(tx, region);
  return { results: [...results, ...fresh.map(resultOf)], stop, version: hasDecided ? version : null, fresh };
}

interface Decided {
  readonly fresh: ReceiptRow[];
  /** At least one command was decided now, and not only found decided before. */
  readonly hasDecided: boolean;
}

/**
 * Decides commands that come next. All of them in memory, then written with few statements; when one of those fails, it is taken back
 * and every command is decided and written by itself, so that only the one at fault is kept aside.
 */
async function decideAll(
  tx: Tx,
  attempt: Attempt,
  work: Work,
  next: readonly Command[],
  version: number,
): Promise<Decided> {
  try {
    return await attempt(async () => {
      const sheet = gatheringSheet(tx);
      const decided = await decideEach(
        tx,
        (part) => part(),
        await openBatch(tx, work, next, version, sheet),
        next,
      );
      await sheet.store();
      return decided;
    });
  } catch (error) {
    if (isTrouble(error)) throw error;
    const batch = await openBatch(tx, work, next, version, directSheet(tx));
    return await decideEach(tx, attempt, batch, next);
  }
}

async function decideEach(
  tx: Tx,
  attempt: Attempt,
  batch: Batch,
  next: readonly Command[],
): Promise<Decided> {
  const ids = next.map((command) => command.id);
  const known = await readDecided(tx, ids);
  const fresh: ReceiptRow[] = [];
  let hasDecided = false;
  for (const command of next) {
    const before = known.get(command.id);
    const receipt = before ? repeatedReceipt(before, command, batch.at) : undefined;
    const settled = receipt ?? (await settle(tx, attempt, batch, command, before !== undefined));
    hasDecided ||= receipt === undefined;
    // A command sent twice in one batch under two sequences is decided once as well.
    if (before === undefined) known.set(command.id, settled);
    fresh.push(settled);
  }
  return { fresh, hasDecided };
}

/** Parts a batch by the client's last sequence: what was told before, what comes next, and where to stop. */
async function splitBatch(
  tx: Tx,
  client: ClientRow,
  commands: readonly Command[],
): Promise<{ told: ReceiptRow[]; next: Command[]; stop: PushStop | null }> {
  const old = commands.filter((command) => command.seq <= client.last_seq).map((command) => command.seq);
  const receipts =
    old.length === 0 ? [] : await readReceipts(tx, client.id, Math.min(...old), Math.max(...old));
  const bySeq = new Map(receipts.map((row) => [row.seq, row]));
  const told: ReceiptRow[] = [];
  const next: Command[] = [];
  for (const command of commands) {
    const expected = client.last_seq + next.length + 1;
    if (command.seq > expected) return { told, next, stop: { name: 'gap', expected } };
    const hash = command.seq <= client.last_seq ? bySeq.get(command.seq)?.hash : nextHash(next, command.seq);
    const receipt = bySeq.get(command.seq);
    if (command.seq === expected) next.push(command);
    else if (hash !== command.hash && !isStandInOf(receipt, command)) return forkedAt(command, told, next);
    else if (receipt) told.push(receipt);
  }
  return { told, next, stop: null };
}

/** The sequence is known with another content: what comes before it stands. */
function forkedAt({ seq }: Command, told: ReceiptRow[], next: Command[]) {
  return { told, next, stop: { name: 'forked' as const, seq } };
}

/** Whether a command is what is sent in place of one that had already been decided whole: its answer was lost, then the way got narrow. */
function isStandInOf(receipt: ReceiptRow | undefined, command: Command): boolean {
  return receipt?.command === command.id && isStandIn(command);
}

/** Hash of a sequence that stands earlier in the same batch. */
function nextHash(next: readonly Command[], seq: number): string | undefined {
  return next.find((command) => command.seq === seq)?.hash;
}

/** Reads, now that the region is ours, everything the judgements of the batch will look at. */
async function openBatch(
  tx: Tx,
  work: Work,
  next: readonly Command[],
  version: number,
  sheet: Sheet,
): Promise<Batch> {
  const { workstation, client, at } = work;
  const profile = await readRegion(tx, workstation.region);
  if (!profile) throw new Error(`region ${workstation.region} has no profile`);
  return {
    workstation,
    client: client.id,
    office: profile.office,
    version,
    at,
    nextOrdinal: 0,
    grants: await readGrants(tx, [...new Set(next.map((command) => command.grant))]),
    documents: await readDocuments(tx, workstation.region, refsOf(next)),
    touched: await readTouched(tx, client.id),
    sheet,
  };
}
