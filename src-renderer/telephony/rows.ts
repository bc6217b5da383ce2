import type { TrackedCall } from '../../src-shared/telephony/call.ts';
import { recordOf } from './store.ts';

/**
 * What a call of the line asks: `ringing` to be taken; `answered`, which card it belongs to; `held`, not to be forgotten; `doubtful`,
 * whether somebody still talks; `unrecorded`, a talk that ended without a card.
 */
export type RowKind = 'ringing' | 'answered' | 'held' | 'doubtful' | 'unrecorded';

/** One line of the bar. */
export interface LineRowOf {
  readonly kind: RowKind;
  readonly call: TrackedCall;
}

/** The lines of the bar, oldest call first. */
export function rowsOf(
  calls: readonly TrackedCall[],
  attached: Readonly<Record<string, string>>,
  hidden: readonly string[],
): LineRowOf[] {
  return calls.flatMap((call) => {
    const kind = kindOf(call, recordOf(call, attached) !== null);
    return kind === null || (kind === 'ringing' && hidden.includes(call.id)) ? [] : [{ kind, call }];
  });
}

function kindOf(call: TrackedCall, hasCard: boolean): RowKind | null {
  if (call.phase === 'ringing') return hasCard ? null : 'ringing';
  if (call.doubtful) return 'doubtful';
  if (call.phase === 'held') return 'held';
  if (hasCard) return null;
  if (call.phase === 'active') return 'answered';
  return call.phase === 'over' ? 'unrecorded' : null;
}
