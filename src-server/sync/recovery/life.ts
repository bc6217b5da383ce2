import { RequestRefused } from '../../requestRefused.ts';
import { type Life, readLife } from '../../store/recovery.ts';
import type { Db } from '../../store/tables.ts';

/** When a workstation may ask again while the server recovers. */
const RETRY_MS = 5_000;

/**
 * The epoch in which requests are served. Read within the transaction that relies on it, after its locks.
 * @throws RequestRefused `recovering` while a recovery is open: nothing is decided, told or leased until it has ended
 */
export async function servedEpoch(db: Db): Promise<string> {
  return assertServing(await readLife(db));
}

/** @throws RequestRefused `recovering` */
export function assertServing(life: Life): string {
  if (life.recovery !== undefined) throw new RequestRefused('recovering', RETRY_MS);
  return life.epoch;
}

/**
 * As `servedEpoch`, for a client that works in an epoch of its own knowledge.
 * @throws RequestRefused `client_unknown` when that is another one: it has to say hello first
 */
export async function assertServed(db: Db, epoch: string): Promise<void> {
  if ((await servedEpoch(db)) !== epoch) throw new RequestRefused('client_unknown');
}
