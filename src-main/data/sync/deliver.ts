import type { Command } from '../../../src-shared/command/envelope.ts';
import { DeliverAnswer } from '../../../src-shared/sync/deliver.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_COMMANDS } from '../../../src-shared/sync/version.ts';
import { askCentre, type Link } from './link.ts';

/** Room for the envelope of a batch, in bytes. */
const ENVELOPE_BYTES = 1024;
/** First version of the protocol that knows this. */
const SINCE_PROTOCOL = 2;

/**
 * Hands work of other workstations over to the centre, client by client, in sequence. Repeating is safe: the centre decides each command
 * once, whoever brings it. Trouble ends it until the next exchange; only what a person must look at stops a client's work here.
 * @param isOver asked between two batches: own commands go first
 */
export async function deliverParcels(link: Link, isOver: () => boolean, announce: () => void): Promise<void> {
  const { intent } = link.desk.stores;
  let limit = MAX_BATCH_COMMANDS;
  while (!isOver() && intent.parcel.waiting() > 0) {
    const { client, epoch, protocol } = intent.identity.get();
    if (epoch === null || protocol < SINCE_PROTOCOL) return;
    const batch = fitting(intent.parcel.next(limit));
    const [first] = batch;
    if (first === undefined) return;
    const body = { client, request: link.desk.newId(), epoch, origin: first.client, commands: batch };
    const answered = await askCentre(link, '/sync/deliver', body, DeliverAnswer);
    if (answered.kind === 'tooLarge') {
      if (batch.length === 1) stop(link, first.client, 'oversize');
      limit = Math.max(1, Math.floor(batch.length / 2));
    } else if (answered.kind === 'refused' && answered.code === 'not_found') {
      stop(link, first.client, 'unknown');
    } else if (answered.kind === 'answer') {
      limit = MAX_BATCH_COMMANDS;
      if (!settle(link, first.client, answered.value)) return;
    } else return;
    announce();
  }
}

/** @returns whether there was any progress */
function settle(link: Link, origin: Command['client'], { results, stop: end }: DeliverAnswer): boolean {
  const { desk } = link;
  const { intent } = desk.stores;
  const at = desk.time.now();
  intent.transact(() => {
    for (const result of results) intent.parcel.settle(origin, result, at);
    if (end !== null) intent.parcel.stop(origin, end.name);
  });
  if (end !== null) desk.log.warn({ origin, stop: end.name }, 'carried work not taken by the centre');
  return results.length > 0 || end !== null;
}

function stop(link: Link, origin: Command['client'], code: string): void {
  link.desk.stores.intent.transact(() => link.desk.stores.intent.parcel.stop(origin, code));
  link.desk.log.warn({ origin, stop: code }, 'carried work not taken by the centre');
}

function fitting(commands: readonly Command[]): Command[] {
  const batch: Command[] = [];
  let bytes = ENVELOPE_BYTES;
  for (const command of commands) {
    bytes += Buffer.byteLength(JSON.stringify(command)) + 1;
    if (bytes > MAX_BATCH_BYTES && batch.length > 0) break;
    batch.push(command);
  }
  return batch;
}
