import { toInstant } from '../../src-shared/clock.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import type { DeliverAnswer, DeliverRequest } from '../../src-shared/sync/deliver.ts';
import type { Context, Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { ensureClient, holdClient, readClient } from '../store/client.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { readWorkstation } from '../store/workstation.ts';
import { announceDecided, type Decision, decideInOrder } from './push.ts';

/**
 * Decides commands of another workstation that this one brings out of a file: exactly as if their own had pushed them, by its client row,
 * its grants and its numbers. When it does so later, each is recognised.
 * @throws RequestRefused `not_found` when the region has no such workstation at work, `client_unknown` and `recovering` as a push does
 */
export async function deliver(
  context: Context,
  carrier: Workstation,
  request: DeliverRequest,
): Promise<DeliverAnswer> {
  const { origin, commands, epoch } = request;
  const done = await decideCarried(context, carrier.region, { origin, commands, epoch, mayBeRevoked: false });
  context.log.info({ carrier: carrier.id, origin, commands: done.results.length }, 'carried work decided');
  return {
    client: request.client,
    request: request.request,
    epoch,
    results: done.results,
    stop: done.stop,
  };
}

/** Commands of one client that came by hand. */
export interface Carried {
  readonly origin: string;
  readonly commands: readonly Command[];
  readonly epoch: string;
  /** An administrator may take in what a workstation had before it was shut out; a workstation may not. */
  readonly mayBeRevoked: boolean;
}

/** @throws RequestRefused as `deliver` */
export async function decideCarried(context: Context, region: string, carried: Carried): Promise<Decision> {
  const { origin, commands, epoch, mayBeRevoked } = carried;
  const station = commands[0]?.workstation;
  const isOfOne = commands.every(
    (command) => command.client === origin && command.workstation === station && command.region === region,
  );
  if (station === undefined || !isOfOne) throw new RequestRefused('malformed');
  const done = await inWriteTransaction(context.store.db, async (tx, attempt) => {
    const at = toInstant(context.now());
    const row = await readWorkstation(tx, station);
    if (row?.region !== region || (row.revoked === 1 && !mayBeRevoked)) throw new RequestRefused('not_found');
    // Held and not touched: the workstation itself has not been heard of.
    await ensureClient(tx, { id: origin, workstation: row.id, region }, at);
    await holdClient(tx, origin);
    const client = await readClient(tx, origin);
    if (client?.workstation !== row.id) throw new RequestRefused('not_found');
    const workstation: Workstation = { id: row.id, region, series: row.series };
    return await decideInOrder(tx, attempt, {
      client,
      workstation,
      epoch,
      commands,
      at,
      random: context.random,
    });
  });
  announceDecided(context, region, done);
  return done;
}
