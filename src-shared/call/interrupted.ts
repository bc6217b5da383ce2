import { toEpochMs } from '../clock.ts';
import type { Call } from './model.ts';

/** How far back a cut-off call is offered for going on: a shift with its overtime. */
export const CONTINUED_WITHIN_MS = 12 * 3_600_000;

/** Whether a call ended by the line breaking and has not been gone on with since. */
export function isInterrupted(call: Call): boolean {
  return call.outcome === 'dropped' && call.continuedBy === undefined;
}

/** How long people talked, in milliseconds; without the work after the call where its end is known. Null while it goes on. */
export function talkMs(call: Pick<Call, 'startedAt' | 'endedAt' | 'times'>): number | null {
  const end = talkEndMs(call);
  return end === null ? null : Math.max(0, end - toEpochMs(call.startedAt));
}

/** How long the work after the call took, in milliseconds; null where the end of the talk is not known. */
export function wrapUpMs(call: Pick<Call, 'endedAt' | 'times'>): number | null {
  const end = talkEndMs(call);
  if (end === null || call.endedAt === null || call.times?.ended === undefined) return null;
  return toEpochMs(call.endedAt) - end;
}

/** End of the talk, never after the end of the record: two clocks may have written them. */
function talkEndMs({ endedAt, times }: Pick<Call, 'endedAt' | 'times'>): number | null {
  const told = times?.ended?.at;
  if (endedAt === null) return told === undefined ? null : toEpochMs(told);
  return told === undefined ? toEpochMs(endedAt) : Math.min(toEpochMs(told), toEpochMs(endedAt));
}
