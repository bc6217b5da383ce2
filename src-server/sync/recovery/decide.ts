import type { Command } from '../../../src-shared/command/envelope.ts';
import { write } from '../../../src-shared/record/model.ts';
import type { Context } from '../../context.ts';
import { insertGrant, readGrants } from '../../store/grant.ts';
import { readTouched } from '../../store/quarantine.ts';
import { insertReceipts, type ReceiptRow, readDecided } from '../../store/receipt.ts';
import { readDocuments, recordKey, writeDocuments } from '../../store/record.ts';
import type { EntryRow } from '../../store/recoveryEntry.ts';
import { readRegion } from '../../store/region.ts';
import type { Tx } from '../../store/tables.ts';
import type { Attempt } from '../../store/transaction.ts';
import { readWorkstation } from '../../store/workstation.ts';
import { attentionOf } from '../attention.ts';
import { refsOf } from '../judge.ts';
import { repeatedReceipt } from '../receiptOf.ts';
import { type Batch, settle } from '../settle.ts';
import { directSheet } from '../sheet.ts';
import { commandAt } from './rehome.ts';
import { withoutReceipt } from './told.ts';

/** Where and when entries are decided: the region's counter was raised to `version` and is held. */
export interface Place {
  readonly context: Pick<Context, 'log' | 'random'>;
  readonly region: string;
  readonly version: number;
  readonly at: string;
}

/** What came of entries decided again. */
export interface Redecided {
  readonly redecided: number;
  /** Outcomes other than the lost ones; each is in the log, and before a person unless it was applied this time. */
  readonly differing: number;
  /** Whether anything was decided, so that the version needs its mark. */
  readonly stands: boolean;
}

/**
 * Decides commands of the lost time by the same rules as any push, in the order given. Every client named has been locked. Receipts are
 * written for each; the caller stamps the version, and the clients are advanced when their workstation has told everything.
 */
export async function decideAgain(
  tx: Tx,
  attempt: Attempt,
  place: Place,
  entries: readonly EntryRow[],
): Promise<Redecided> {
  const { context, at } = place;
  const due = (await withoutReceipt(tx, context.log, entries)).map((entry) => ({
    entry,
    ...commandAt(entry),
  }));
  const known = await readDecided(
    tx,
    due.map(({ command }) => command.id),
  );
  const benches = await openBenches(tx, place, due);
  const receipts: ReceiptRow[] = [];
  let differing = 0;
  let stands = false;
  for (const { entry, command, sentHash } of due) {
    const before = known.get(command.id);
    const repeat = before === undefined ? undefined : repeatedReceipt(before, command, at);
    const made = repeat ?? (await benches.settle(attempt, entry, command, before !== undefined));
    const receipt = { ...made, client: entry.client, seq: entry.seq, hash: sentHash };
    stands ||= repeat === undefined;
    if (before === undefined) known.set(command.id, receipt);
    receipts.push(receipt);
    if (receipt.outcome === entry.old_outcome && receipt.code === entry.old_code) continue;
    differing += 1;
    const told = { was: entry.old_outcome, wasCode: entry.old_code, is: receipt.outcome, code: receipt.code };
    context.log.warn({ command: command.id, client: command.client, ...told }, 'another outcome than before');
    if (repeat === undefined) await benches.tell(command, receipt, entry);
  }
  await insertReceipts(tx, receipts);
  return { redecided: due.length, differing, stands };
}

/** Code of an attention record for a command that is accepted now and was not the first time. */
const OTHER = 'other_after_restore';

interface Benches {
  settle(attempt: Attempt, entry: EntryRow, command: Command, isIdReused: boolean): Promise<ReceiptRow>;
  /** Brings a command before a person that is accepted now and was not the first time: somebody may have found another way since. */
  tell(command: Command, receipt: ReceiptRow, entry: EntryRow): Promise<void>;
}

/** One batch a client over the same documents, so that commands of all workstations meet in their old order. */
async function openBenches(
  tx: Tx,
  { context, region, version, at }: Place,
  due: readonly { readonly entry: EntryRow; readonly command: Command }[],
): Promise<Benches> {
  const profile = await readRegion(tx, region);
  if (!profile) throw new Error(`region ${region} has no profile`);
  const commands = due.map(({ command }) => command);
  const grants = await restoreGrants(tx, context, at, due);
  const documents = await readDocuments(tx, region, refsOf(commands));
  const sheet = directSheet(tx);
  const batches = new Map<string, Batch>();
  let nextOrdinal = 0;

  async function batchOf({ client, workstation: id }: EntryRow): Promise<Batch> {
    const found = batches.get(client);
    if (found) return found;
    const workstation = await readWorkstation(tx, id);
    if (!workstation) throw new Error(`workstation ${id} is not known`);
    const touched = await readTouched(tx, client);
    const { office } = profile as { office: string };
    const place = { workstation, client, office, version, at, nextOrdinal };
    const batch = { ...place, grants, documents, touched, sheet };
    batches.set(client, batch);
    return batch;
  }

  return {
    async settle(attempt, entry, command, isIdReused) {
      const batch = await batchOf(entry);
      batch.nextOrdinal = nextOrdinal;
      const receipt = await settle(tx, attempt, batch, command, isIdReused);
      nextOrdinal = batch.nextOrdinal;
      return receipt;
    },
    async tell(command, { outcome }, entry) {
      const wasQuiet = isQuiet(entry.old_outcome);
      // What is not accepted now has been brought before a person by its judgement.
      if (wasQuiet || !isQuiet(outcome)) return;
      const record = attentionOf(region, command, { outcome, writes: [] });
      const told = { ...record, code: OTHER, data: { was: entry.old_outcome, wasCode: entry.old_code } };
      await writeDocuments(tx, { region, version, ordinal: nextOrdinal }, [write('attention', told)]);
      documents.set(recordKey({ type: 'attention', id: told.id }), told);
      nextOrdinal += 1;
    },
  };
}

function isQuiet(outcome: string): outcome is 'applied' | 'merged' {
  return outcome === 'applied' || outcome === 'merged';
}

/**
 * Sign-ins made after the backup are lost with it. The lost server had accepted these commands under them, and an authenticated
 * workstation tells them again, so they are taken as they were said.
 */
async function restoreGrants(
  tx: Tx,
  context: Place['context'],
  at: string,
  due: readonly { readonly entry: EntryRow; readonly command: Command }[],
): Promise<Batch['grants']> {
  const ids = [...new Set(due.map(({ command }) => command.grant as string))];
  const grants = new Map(ids.length === 0 ? [] : await readGrants(tx, ids));
  for (const { entry, command } of due) {
    if (grants.has(command.grant)) continue;
    const grant = {
      id: command.grant as string,
      operator: command.actor as string,
      workstation: entry.workstation,
      at,
      offline_until: at,
    };
    await insertGrant(tx, grant);
    grants.set(grant.id, grant);
    context.log.warn(
      { grant: grant.id, operator: grant.operator, workstation: grant.workstation },
      'grant restored',
    );
  }
  return grants;
}
