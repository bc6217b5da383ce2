import { z } from 'zod';
import { CallId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { EndCause } from './event.ts';
import { type CallTimes, LineIdentity, Mark } from './line.ts';

/**
 * Where a call of the line stands. `over` is the end of a talk, until its record is finished; `closed` needs nobody any more. Idle is a
 * call that is not there.
 */
export const LinePhase = z.enum(['ringing', 'active', 'held', 'over', 'closed']);
export type LinePhase = z.infer<typeof LinePhase>;

/** What became of a call that was not answered here. */
export const Unanswered = z.enum(['missed', 'elsewhere']);

/** One call as the line tells it: kept on the workstation until its record holds all of it. */
export const TrackedCall = z.strictObject({
  /** The exchange's identity; of a call that came back after its end, with a number behind it. */
  id: z.string().min(1).max(220),
  line: LineIdentity,
  phase: LinePhase,
  ringing: Mark.nullable(),
  answered: Mark.nullable(),
  ended: Mark.nullable(),
  heldSince: Instant.nullable(),
  holds: z.strictObject({ count: z.int().nonnegative(), ms: z.int().nonnegative() }),
  unanswered: Unanswered.nullable(),
  cause: EndCause.nullable(),
  waitSeconds: z.int().nonnegative().nullable(),
  talkSeconds: z.int().nonnegative().nullable(),
  recordingId: z.string().nullable(),
  /** Nothing says any more that somebody still talks: the end may have been lost. */
  doubtful: z.boolean(),
  /** The call record it belongs to. */
  call: CallId.nullable(),
  changedAt: Instant,
});
export type TrackedCall = z.infer<typeof TrackedCall>;

/** Whether somebody may be on the line: it rings, or is talked on or held. */
export function isLive({ phase }: Pick<TrackedCall, 'phase'>): boolean {
  return phase === 'ringing' || phase === 'active' || phase === 'held';
}

/** What the line knows of a call, for its record. */
export function timesOf(tracked: TrackedCall): CallTimes {
  const { ringing, answered, ended, holds, waitSeconds, talkSeconds } = tracked;
  return {
    ...(ringing === null ? {} : { ringing }),
    ...(answered === null ? {} : { answered }),
    ...(ended === null ? {} : { ended }),
    ...(holds.count === 0 ? {} : { holds }),
    ...(waitSeconds === null ? {} : { waitSeconds }),
    ...(talkSeconds === null ? {} : { talkSeconds }),
  };
}
