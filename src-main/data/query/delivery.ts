import type { z } from 'zod';
import type { DeliveryState } from '../../../src-shared/appeal/queries.ts';
import type { Desk } from '../desk.ts';
import type { AttentionEntry } from '../store/intent/attention.ts';

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
  const { outbox } = desk.stores.intent;
  if (standingRefusal(desk, type, id) !== null) return 'refused';
  const seqs = outbox.seqsTouching(type, id);
  if (seqs.length === 0) return 'accepted';
  return seqs.some(inFlight) ? 'sending' : 'waiting';
}

/** The last judgement of the centre against a change of a record for which nobody has found a way on; null when there is none. */
export function standingRefusal(desk: Desk, type: string, id: string): AttentionEntry | null {
  const { intent, records } = desk.stores;
  const refusals = intent.attention.refusalsOf(type, id);
  return (
    refusals.find(({ command }) => records.record.get('attention', command.id)?.state !== 'settled') ?? null
  );
}
