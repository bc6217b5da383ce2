import type { AttentionRecord } from '../../src-shared/attention/model.ts';
import { toInstant } from '../../src-shared/clock.ts';
import { Command } from '../../src-shared/command/envelope.ts';
import type { OutcomeName } from '../../src-shared/command/outcome.ts';
import type { RecordRef } from '../../src-shared/record/model.ts';
import type { Context, Workstation } from '../context.ts';
import { holdClient } from '../store/client.ts';
import { readGrants } from '../store/grant.ts';
import { listWaiting, type QuarantineRow, release, renameReason } from '../store/quarantine.ts';
import { readDocuments, recordKey } from '../store/record.ts';
import { lowerVersion, type RegionProfile, raiseVersion } from '../store/region.ts';
import type { Tx } from '../store/tables.ts';
import { type Attempt, inWriteTransaction } from '../store/transaction.ts';
import { insertMark } from '../store/versionMark.ts';
import { readWorkstation } from '../store/workstation.ts';
import { attentionOf } from './attention.ts';
import { judge, touchedBy, tryReads } from './judge.ts';
import { accountForNumber, type Batch, carryOut, storeRecords } from './settle.ts';
import { directSheet } from './sheet.ts';
import { type CommandVerdict, refused } from './verdict.ts';

/** What became of one command that had been kept aside. */
export interface Redecided {
  readonly client: string;
  readonly seq: number;
  readonly command: string;
  readonly outcome: OutcomeName;
  readonly code: string | null;
}

/**
 * Decides every command of a region that is still kept aside again, after a fix or an upgrade, in the order of their sequences, those
 * held because of an earlier one too (sync specification 1.3). Receipts stay what they were: the workstations have long moved on. What
 * was done goes into the records and the history, and out of the attention of its author; what is refused now comes before him as that.
 */
export async function redecide(context: Context, profile: RegionProfile): Promise<Redecided[]> {
  const { version, redecided } = await inWriteTransaction(context.store.db, async (tx, attempt) => {
    const at = toInstant(context.now());
    const clients = [...new Set((await listWaiting(tx, profile.id)).map((row) => row.client))].sort();
    for (const client of clients) await holdClient(tx, client);
    const version = await raiseVersion(tx, profile.id);
    // Read again now that the region is ours: another process may have decided some of them.
    const rows = (await listWaiting(tx, profile.id)).filter((row) => clients.includes(row.client));
    const decided: Redecided[] = [];
    let nextOrdinal = 0;
    for (const client of clients) {
      const own = rows.filter((row) => row.client === client);
      const batch = await openBatch(tx, profile, own, { version, at, nextOrdinal });
      if (batch === undefined) continue;
      for (const row of own) decided.push(await again(tx, attempt, batch, row));
      nextOrdinal = batch.nextOrdinal;
    }
    const hasChanged = nextOrdinal > 0;
    if (hasChanged) await insertMark(tx, profile.id, version, at, context.random);
    else await lowerVersion(tx, profile.id);
    return { version: hasChanged ? version : null, redecided: decided };
  });
  if (version !== null) context.wakes.announce({ region: profile.id, version });
  for (const one of redecided) context.log.info(one, 'command decided again');
  return redecided;
}

/** Everything the judgements about one client's commands will look at. */
async function openBatch(
  tx: Tx,
  profile: RegionProfile,
  rows: readonly QuarantineRow[],
  place: Pick<Batch, 'version' | 'at' | 'nextOrdinal'>,
): Promise<Batch | undefined> {
  const commands = rows.map(commandOf);
  const first = commands[0];
  const workstation = first && (await readWorkstation(tx, first.workstation));
  if (first === undefined || workstation === undefined) return undefined;
  const refs = new Map<string, RecordRef>();
  for (const command of commands) {
    const reads = tryReads(command);
    const named = Array.isArray(reads) ? reads : [];
    for (const ref of [...named, attentionRef(command)]) refs.set(recordKey(ref), ref);
  }
  return {
    ...place,
    workstation: workstation satisfies Workstation,
    client: first.client,
    office: profile.office,
    grants: await readGrants(tx, [...new Set(commands.map((command) => command.grant))]),
    documents: await readDocuments(tx, profile.id, [...refs.values()]),
    // Filled on the way, with what stays kept aside: a command is held only by those before it.
    touched: new Map(),
    sheet: directSheet(tx),
  };
}

async function again(tx: Tx, attempt: Attempt, batch: Batch, row: QuarantineRow): Promise<Redecided> {
  const command = commandOf(row);
  const before = batch.documents.get(recordKey(attentionRef(command))) as AttentionRecord | undefined;
  const ordinal = batch.nextOrdinal;
  const verdict = await verdictOn(tx, attempt, batch, row, command, before);
  const { outcome } = verdict;
  const code = 'writes' in verdict ? null : verdict.code;
  if (verdict.outcome === 'quarantined') {
    for (const record of touchedBy(command)) {
      if (!batch.touched.has(record)) batch.touched.set(record, command.seq);
    }
    if (verdict.code !== row.code) await renameReason(tx, row, verdict.code, verdict.error);
  } else {
    if (batch.nextOrdinal === ordinal) batch.nextOrdinal += 1;
    const data = 'writes' in verdict ? null : JSON.stringify(verdict.data);
    const { client, seq } = row;
    const place = { version: batch.version, ordinal, at: batch.at };
    await release(tx, { client, seq, command: command.id, outcome, code, data, ...place });
  }
  await tellAttention(batch, command, before, verdict);
  return { client: row.client, seq: row.seq, command: command.id, outcome, code };
}

async function verdictOn(
  tx: Tx,
  attempt: Attempt,
  batch: Batch,
  row: QuarantineRow,
  command: Command,
  before: AttentionRecord | undefined,
): Promise<CommandVerdict> {
  // Its author, or a lead, has found another way on meanwhile: doing it now would do it twice.
  if (before?.state === 'settled') {
    await accountForNumber(batch, command, 'attention_settled');
    return refused('attention_settled', { by: before.by, at: before.changedAt, way: before.way });
  }
  if (row.code === 'id_reused')
    return { outcome: 'quarantined', code: 'id_reused', data: {}, error: row.error };
  return await carryOut(tx, attempt, batch, command, judge(command, batch));
}

/** Brings the attention record up to what is true now. One that was settled by a person, or that the leads hold, stays so. */
async function tellAttention(
  batch: Batch,
  command: Command,
  before: AttentionRecord | undefined,
  verdict: CommandVerdict,
): Promise<void> {
  // Release 0.1.0 wrote none when it kept the command aside; its author's workstation shows it all the same, until it is told.
  const first = before ?? attentionOf(batch.workstation.region, command, verdict);
  if (first.state === 'settled') return;
  const { state, by, changedAt } = first;
  const stored = batch.documents.get(recordKey(attentionRef(command))) as AttentionRecord | undefined;
  const known = stored ?? first;
  if (verdict.outcome === 'applied' || verdict.outcome === 'merged') {
    const { outcome } = verdict;
    const end = { state: 'settled', way: 'decided', by: null, changedAt: batch.at } as const;
    return await storeRecords(batch, [attentionWrite({ ...known, outcome, code: null, data: null, ...end })]);
  }
  const told = 'writes' in verdict ? { code: null, data: null } : { code: verdict.code, data: verdict.data };
  const now = { ...known, outcome: verdict.outcome, ...told, state, by, changedAt };
  if (JSON.stringify(now) !== JSON.stringify(stored)) await storeRecords(batch, [attentionWrite(now)]);
}

function attentionWrite(doc: AttentionRecord) {
  return { type: 'attention', id: doc.id, doc } as const;
}

function attentionRef(command: Command): RecordRef {
  return { type: 'attention', id: command.id };
}

function commandOf(row: QuarantineRow): Command {
  return Command.parse(JSON.parse(row.body));
}
