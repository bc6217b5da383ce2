import { RepushAnswer, type RepushRequest } from '../../../src-shared/sync/repush.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_COMMANDS } from '../../../src-shared/sync/version.ts';
import type { KeptCommand } from '../store/intent/acknowledged.ts';
import { acknowledgedSeq } from '../store/intent/outbox.ts';
import { AGAIN, askCentre, type Link, SERVER_FAULT, type StepEnd } from './link.ts';

/** Room for the envelope of a request, in bytes. */
const ENVELOPE_BYTES = 1024;
/** Blocks, or sign-ins, told in one request. */
const LISTED_AT_ONCE = 1000;
/** Rows looked at in one step: a workstation may keep a month. */
const ROWS_AT_ONCE = 500;

/**
 * Tells a restored server everything it may have lost: every kept command that it has no receipt for, of every client this database has
 * been, in the order of their confirmation; the number blocks; the sign-ins. Then "complete" (sync specification 1.9). Interrupted
 * anywhere it begins anew; what was told is recognised.
 * @param epoch life of the server that asks
 * @param from sequence of the present client from which the server knows nothing
 */
export async function repush(link: Link, epoch: string, from: number): Promise<StepEnd> {
  const { acknowledged, identity } = link.desk.stores.intent;
  let limit = MAX_BATCH_COMMANDS;
  let after = 0;
  for (;;) {
    const { client } = identity.get();
    const rows = acknowledged.keptAfter(after, { client, from }, ROWS_AT_ONCE);
    if (rows.length === 0) break;
    let told = 0;
    while (told < rows.length) {
      const batch = fitting(rows.slice(told, told + limit));
      const end = await tell(link, { ...nothing(link, epoch), entries: batch.map(entryOf) });
      if (end === 'tooLarge' && batch.length > 1) {
        limit = Math.max(1, Math.floor(batch.length / 2));
        continue;
      }
      if (end === 'tooLarge') logTooLarge(link, batch);
      else if (end !== null) return end;
      told += batch.length;
    }
    after = rows.at(-1)?.n ?? after;
  }
  return await finish(link, epoch);
}

/** Blocks and sign-ins in as many requests as they need; the last one says "complete". */
async function finish(link: Link, epoch: string): Promise<StepEnd> {
  const { intent } = link.desk.stores;
  const blocks = intent.number.everyBlock();
  const grants = grantsKnown(link);
  const requests = Math.max(
    1,
    Math.ceil(blocks.length / LISTED_AT_ONCE),
    Math.ceil(grants.length / LISTED_AT_ONCE),
  );
  for (let index = 0; index < requests; index += 1) {
    const start = index * LISTED_AT_ONCE;
    const end = await tell(link, {
      ...nothing(link, epoch),
      blocks: blocks.slice(start, start + LISTED_AT_ONCE),
      grants: grants.slice(start, start + LISTED_AT_ONCE),
      complete: index === requests - 1,
    });
    if (end === 'tooLarge') return SERVER_FAULT;
    if (end !== null) return end;
  }
  intent.transact(() => {
    intent.identity.setRepushed(epoch);
    intent.identity.setEpoch(epoch);
  });
  link.desk.log.warn({ epoch }, 'told a restored server everything');
  return AGAIN;
}

/** Sign-ins under which commands were given here, and those that operators may yet work under. */
function grantsKnown(link: Link): RepushRequest['grants'] {
  const { session, outbox } = link.desk.stores.intent;
  const grants = new Map(outbox.grants().map((grant) => [grant.id, grant]));
  for (const { grant, operator } of session.known()) grants.set(grant, { id: grant, operator: operator.id });
  const present = session.get();
  if (present !== null) grants.set(present.grant, { id: present.grant, operator: present.operator.id });
  return [...grants.values()];
}

function nothing(link: Link, epoch: string): RepushRequest {
  const { identity, outbox } = link.desk.stores.intent;
  const { client, nextSeq } = identity.get();
  const ackedSeq = acknowledgedSeq(outbox, nextSeq);
  const request = link.desk.newId();
  return { client, request, epoch, entries: [], blocks: [], grants: [], ackedSeq, complete: false };
}

/** One request; null when it was taken. */
async function tell(link: Link, body: RepushRequest): Promise<StepEnd | 'tooLarge' | null> {
  const answered = await askCentre(link, '/sync/repush', body, RepushAnswer);
  if (answered.kind === 'tooLarge') return 'tooLarge';
  // Another life has begun in between: hello tells which.
  if (answered.kind === 'refused' && answered.code === 'client_unknown') return AGAIN;
  return answered.kind === 'answer' ? null : answered;
}

function entryOf({
  command,
  epoch,
  version,
  ordinal,
  outcome,
  code,
}: KeptCommand): RepushRequest['entries'][number] {
  return { command, epoch, version, ordinal, outcome, code };
}

function fitting(rows: readonly KeptCommand[]): KeptCommand[] {
  const batch: KeptCommand[] = [];
  let bytes = ENVELOPE_BYTES;
  for (const row of rows) {
    bytes += Buffer.byteLength(JSON.stringify(entryOf(row))) + 1;
    if (bytes > MAX_BATCH_BYTES && batch.length > 0) break;
    batch.push(row);
  }
  return batch;
}

function logTooLarge(link: Link, batch: readonly KeptCommand[]): void {
  const commands = batch.map(({ command }) => command.id);
  link.desk.log.error({ commands }, 'too large to be told again; it stays here');
}
