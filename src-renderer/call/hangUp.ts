import { toInstant } from '../../src-shared/clock.ts';
import type { MarkSource } from '../../src-shared/telephony/line.ts';
import { drafts, keep } from './acts.ts';
import { updateCall } from './store.ts';

/**
 * The talk is over, by the operator's key or by an event of the line. The card stays open with everything in it: only the operator
 * completes it. The first word on it counts.
 * @param at instant
 */
export function hangUp(
  id: string,
  at: string = toInstant(Date.now()),
  source: MarkSource = 'operator',
): void {
  keep(
    updateCall(id, (call) =>
      call.ended !== null || call.paper !== null ? call : { ...call, ended: { at, source } },
    ),
    'call',
  );
  drafts.flush();
}

/** The key was pressed too early: people still talk. */
export function goOnTalking(id: string): void {
  keep(
    updateCall(id, (call) => ({ ...call, ended: null })),
    'call',
  );
}
