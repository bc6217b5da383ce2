import type { z } from 'zod';
import type { DeliveryState } from '../../../src-shared/appeal/queries.ts';
import type { Desk } from '../desk.ts';

/** Whether the command with this sequence is in a batch on its way right now. */
export type InFlight = (seq: number) => boolean;

/**
 * How far a record is on its way to the centre. Derived from outbox and attention alone, so that a kill at any moment
 * leaves no state behind that nobody ends (sync specification, case 6).
 */
export function deliveryOf(
  desk: Desk,
  inFlight: InFlight,
  type: string,
  id: string,
): z.infer<typeof DeliveryState> {
  const { attention, outbox } = desk.stores.intent;
  if (attention.refusalOf(type, id) !== null) return 'refused';
  const seqs = outbox.seqsTouching(type, id);
  if (seqs.length === 0) return 'accepted';
  return seqs.some(inFlight) ? 'sending' : 'waiting';
}
