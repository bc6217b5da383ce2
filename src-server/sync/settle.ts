import type { Command } from '../../src-shared/command/envelope.ts';
import type { RecordWrite } from '../../src-shared/record/model.ts';
import type { Workstation } from '../context.ts';
import type { GrantRow } from '../store/grant.ts';
import type { ReceiptRow } from '../store/receipt.ts';
import { recordKey } from '../store/record.ts';
import type { Tx } from '../store/tables.ts';
import type { Attempt } from '../store/transaction.ts';
import { isTrouble } from '../store/trouble.ts';
import { attentionWrites } from './attention.ts';
import { markFuture } from './futureMark.ts';
import { judge, touchedBy } from './judge.ts';
import { enterUsed, enterVoid, issuedBy, ownNumber } from './numberLedger.ts';
import { freshReceipt } from './receiptOf.ts';
import type { Sheet } from './sheet.ts';
import { type CommandVerdict, type Quarantined, quarantine, type Refused, refused } from './verdict.ts';

/** The state of a batch while its commands are decided one after the other. */
export interface Batch {
  readonly workstation: Workstation;
  readonly client: string;
  readonly office: string;
  readonly version: number;
  readonly at: string;
  /** Next free place within the version; every record and every command has its own. */
  nextOrdinal: number;
  readonly grants: ReadonlyMap<string, GrantRow>;
  readonly documents: Map<string, unknown>;
  readonly touched: Map<string, number>;
  /** Takes everything that is written. */
  readonly sheet: Sheet;
}

/**
 * Decides one command and writes what follows from it; none of the outcomes stops the batch.
 * @param isIdReused the command's id is known with another content: kept aside, both contents may matter
 * @returns the receipt, not stored yet
 * @throws what `isTrouble` calls trouble: the whole batch is then rolled back and tried again later
 */
export async function settle(
  tx: Tx,
  attempt: Attempt,
  batch: Batch,
  command: Command,
  isIdReused: boolean,
): Promise<ReceiptRow> {
  const ordinal = batch.nextOrdinal;
  const first: CommandVerdict = isIdReused
    ? quarantine('id_reused', 'the id belongs to a command with another content')
    : judge(command, batch);
  const verdict = await carryOut(tx, attempt, batch, command, first);
  if (verdict.outcome === 'quarantined') await keepAside(tx, batch, command, verdict);
  if (batch.nextOrdinal === ordinal) batch.nextOrdinal += 1;
  return freshReceipt(command, verdict, { version: batch.version, ordinal, at: batch.at, isIdReused });
}

/**
 * Writes what follows from a verdict, but for one that keeps the command aside.
 * @returns the verdict that stands: a statement that fails for this command alone makes it one of those
 */
export async function carryOut(
  tx: Tx,
  attempt: Attempt,
  batch: Batch,
  command: Command,
  verdict: CommandVerdict,
): Promise<CommandVerdict> {
  if (verdict.outcome === 'quarantined') return verdict;
  try {
    return await attempt(async () => await write(tx, batch, command, verdict));
  } catch (error) {
    if (isTrouble(error) || batch.sheet.gathers) throw error;
    // The savepoint is rolled back; a statement that fails for this command alone is our defect and must not stop the queue.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'without a code';
    return quarantine('defect', `a statement failed: ${code}`);
  }
}

async function write(
  tx: Tx,
  batch: Batch,
  command: Command,
  verdict: Exclude<CommandVerdict, Quarantined>,
): Promise<CommandVerdict> {
  if (verdict.outcome === 'refused') return await refuseIt(tx, batch, command, verdict);
  const full = issuedBy(verdict.writes);
  if (full !== undefined) {
    const number = await ownNumber(batch.sheet, full, batch.office, batch.workstation);
    if (number === null)
      return await refuseIt(tx, batch, command, refused('number_not_leased', { number: full }));
    await enterUsed(batch.sheet, number, command, batch.at);
  }
  const writes = markFuture(verdict.writes, command, batch.at);
  await storeRecords(batch, [...writes, ...(await attention(tx, batch, command, verdict))]);
  return verdict;
}

/** Stores records at the next free places of the batch's version, and in its picture. */
export async function storeRecords(batch: Batch, writes: readonly RecordWrite[]): Promise<void> {
  await batch.sheet.records(
    { region: batch.workstation.region, version: batch.version, ordinal: batch.nextOrdinal },
    writes,
  );
  // Only now: a failed statement above leaves the batch's picture as it was.
  for (const item of writes) batch.documents.set(recordKey(item), item.doc);
  batch.nextOrdinal += writes.length;
}

/** What the verdict puts before a person. */
async function attention(
  tx: Tx,
  batch: Batch,
  command: Command,
  verdict: CommandVerdict,
): Promise<RecordWrite[]> {
  const { documents, workstation } = batch;
  return await attentionWrites(tx, { region: workstation.region, documents }, command, verdict);
}

async function refuseIt(tx: Tx, batch: Batch, command: Command, verdict: Refused): Promise<CommandVerdict> {
  await accountForNumber(batch, command, verdict.code);
  await storeRecords(batch, await attention(tx, batch, command, verdict));
  return verdict;
}

/** The number a command carried was told to a caller: void from now on, unless a later command uses it. */
export async function accountForNumber(batch: Batch, command: Command, reason: string): Promise<void> {
  if (command.minted.number === null) return;
  const number = await ownNumber(batch.sheet, command.minted.number, batch.office, batch.workstation);
  if (number !== null) await enterVoid(batch.sheet, number, command, batch.at, reason);
}

async function keepAside(tx: Tx, batch: Batch, command: Command, verdict: Quarantined): Promise<void> {
  const touched = touchedBy(command);
  await batch.sheet.quarantined(
    {
      client: command.client,
      seq: command.seq,
      command: command.id,
      region: batch.workstation.region,
      kind: command.kind,
      code: verdict.code,
      error: verdict.error,
      body: JSON.stringify(command),
      state: 'waiting',
      at: batch.at,
    },
    touched,
  );
  for (const record of touched) if (!batch.touched.has(record)) batch.touched.set(record, command.seq);
  await storeRecords(batch, await attention(tx, batch, command, verdict));
}
