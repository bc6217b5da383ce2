import type { BreakReason, DutyState } from '../../src-shared/duty/model.ts';
import type { OpenCall } from '../call/openCall.ts';

/** What somebody is doing, since when. */
export interface Spell {
  readonly state: DutyState;
  readonly reason: BreakReason | null;
  /** Instant. */
  readonly since: string;
}

/**
 * What the operator is doing now: the call that is open decides, else what was chosen. A state chosen during the work after a call ends that
 * work, and leaves its card open; one chosen during the talk begins after it.
 * @param call the call on the screen; parked ones are silent
 */
export function presentSpell(
  chosen: Spell,
  call: Pick<OpenCall, 'startedAt' | 'ended' | 'paper'> | null,
): Spell {
  // Typing in what was taken down on paper leaves the line free.
  if (call === null || call.paper !== null) return chosen;
  if (call.ended === null) return { state: 'inCall', reason: null, since: call.startedAt };
  if (Date.parse(chosen.since) >= Date.parse(call.ended.at)) return chosen;
  return { state: 'wrapUp', reason: null, since: call.ended.at };
}

/** Whether the state follows from the calls. */
export function isOfCall(state: DutyState): boolean {
  return state === 'inCall' || state === 'wrapUp';
}
