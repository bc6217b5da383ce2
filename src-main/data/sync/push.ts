import { PushAnswer } from '../../../src-shared/sync/push.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_COMMANDS } from '../../../src-shared/sync/version.ts';
import type { Desk } from '../desk.ts';
import { acknowledgedSeq, type OutboxEntry } from '../store/intent/outbox.ts';
import { becomeNewClient } from './fork.ts';
import { AGAIN, askCentre, DONE, isHelloWanted, type Link, SERVER_FAULT, type StepEnd } from './link.ts';
import { commandToSend } from './standIn.ts';

/** Room for the envelope of a batch, in bytes. */
const ENVELOPE_BYTES = 1024;

/**
 * Sends what waits, batch after batch in sequence, beginning behind this client's own acknowledged sequence and never behind
 * what the server claims. Answers never empty the outbox; only a pull's last page does (sync specification 1.3, 1.4).
 */
export async function push(link: Link): Promise<StepEnd> {
  for (;;) {
    const { outbox, identity } = link.desk.stores.intent;
    const acked = acknowledgedSeq(outbox, identity.get().nextSeq);
    const from = Math.max(acked, link.pushedSeq);
    const batch = fittingBatch(outbox.after(from, link.batchLimit));
    if (batch.length === 0) return DONE;
    const end = await pushBatch(link, acked, from, batch);
    if (end !== null) return end;
  }
}

/** Sends one batch; null means that the next one may follow. */
async function pushBatch(
  link: Link,
  acked: number,
  from: number,
  batch: readonly OutboxEntry[],
): Promise<StepEnd | null> {
  const { desk } = link;
  const { client, epoch } = desk.stores.intent.identity.get();
  if (epoch === null) return AGAIN;
  const body = { client, request: desk.newId(), epoch, commands: batch.map(commandToSend) };
  if (batch.some((entry) => !entry.sent)) desk.stores.intent.outbox.markSent(from + 1, from + batch.length);
  link.inFlight = [from + 1, from + batch.length];
  const answered = await askCentre(link, '/sync/push', body, PushAnswer).finally(() => {
    link.inFlight = null;
  });
  if (answered.kind === 'tooLarge') return shrink(link, batch);
  if (answered.kind !== 'answer') {
    if (answered.kind === 'trouble' && answered.trouble === 'timeout') halve(link, batch.length);
    return isHelloWanted(answered) ? AGAIN : answered;
  }
  link.batchLimit = Math.min(MAX_BATCH_COMMANDS, link.batchLimit * 2);
  return progress(link, acked, from, answered.value);
}

function progress(link: Link, acked: number, from: number, answer: PushAnswer): StepEnd | null {
  const { intent } = link.desk.stores;
  if (answer.epoch !== intent.identity.get().epoch) return AGAIN;
  if (answer.stop?.name === 'forked') {
    becomeNewClient(link.desk);
    link.pushedSeq = 0;
    return AGAIN;
  }
  const decided = answer.results.reduce((last, { seq }) => Math.max(last, seq), from);
  const expected = answer.stop?.name === 'gap' ? answer.stop.expected - 1 : decided;
  // A server that has lost what it had confirmed learns so from our hello, and recovers (specification 1.9).
  if (expected < acked) return AGAIN;
  if (expected === from) return SERVER_FAULT;
  link.pushedSeq = expected;
  return null;
}

function halve(link: Link, sent: number): void {
  link.batchLimit = Math.max(1, Math.floor(sent / 2));
}

/** After a 413: half of it, or, for a single command, a stand-in in its place, so that those behind it go on. */
function shrink(link: Link, batch: readonly OutboxEntry[]): StepEnd | null {
  const only = batch[0];
  if (batch.length > 1 || only === undefined) {
    halve(link, batch.length);
    return null;
  }
  if (only.withheld) return SERVER_FAULT;
  const { intent } = link.desk.stores;
  intent.transact(() => {
    intent.outbox.withhold(only.command.seq);
    intent.attention.put({
      command: only.command,
      reason: 'refused',
      code: 'oversize',
      data: { kind: only.command.kind },
      at: link.desk.time.now(),
    });
  });
  return null;
}

function fittingBatch(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const batch: OutboxEntry[] = [];
  let bytes = ENVELOPE_BYTES;
  for (const entry of entries) {
    bytes += Buffer.byteLength(JSON.stringify(commandToSend(entry))) + 1;
    if (bytes > MAX_BATCH_BYTES && batch.length > 0) break;
    batch.push(entry);
  }
  return batch;
}

/** Whether a command is in the batch on its way. */
export function isInFlight(link: Link, seq: number): boolean {
  return link.inFlight !== null && seq >= link.inFlight[0] && seq <= link.inFlight[1];
}

/** Whether anything waits that this run has not yet sent. */
export function hasUnsent(desk: Desk, link: Link): boolean {
  return desk.stores.intent.outbox.after(link.pushedSeq, 1).length > 0;
}
