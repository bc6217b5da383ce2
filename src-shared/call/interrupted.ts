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
  const end = call.times?.ended?.at ?? call.endedAt;
  if (end === null) return null;
  return Math.max(0, toEpochMs(end) - toEpochMs(call.startedAt));
}

/** How long the work after the call took, in milliseconds; null where the end of the talk is not known. */
export function wrapUpMs(call: Pick<Call, 'endedAt' | 'times'>): number | null {
  const ended = call.times?.ended?.at;
  if (ended === undefined || call.endedAt === null) return null;
  return Math.max(0, toEpochMs(call.endedAt) - toEpochMs(ended));
}
