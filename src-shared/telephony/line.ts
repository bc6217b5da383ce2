import { z } from 'zod';
import { CallId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Whose word an instant is: the telephone line's, the operator's, or a guess after an event was lost. */
export const MarkSource = z.enum(['line', 'operator', 'estimate']);
export type MarkSource = z.infer<typeof MarkSource>;

/** An instant of a call and whose word it is. */
export const Mark = z.strictObject({ at: Instant, source: MarkSource });
export type Mark = z.infer<typeof Mark>;

/** The way by which events of the line come: a program on this machine, the centre, or a link. */
export const LineFeed = z.enum(['loopback', 'server', 'link']);
export type LineFeed = z.infer<typeof LineFeed>;

export const LineDirection = z.enum(['in', 'out']);
export type LineDirection = z.infer<typeof LineDirection>;

/** The telephone exchange's own identity of a call: unique, and never minted here. */
export const LineCallId = z.string().min(1).max(200);

/** Which call of the telephone line a call record is. */
export const LineIdentity = z.strictObject({
  callId: LineCallId,
  /** The call out of which this one was transferred. */
  origCallId: LineCallId.optional(),
  feed: LineFeed,
  direction: LineDirection,
  /** Both numbers as the line sent them. */
  from: z.string().max(80),
  to: z.string().max(80),
  queue: z.string().max(80).optional(),
});
export type LineIdentity = z.infer<typeof LineIdentity>;

/** When what happened on the line. Durations are derived; what the exchange counted itself stays beside them. */
export const CallTimes = z.strictObject({
  ringing: Mark.optional(),
  answered: Mark.optional(),
  /** End of the talk; the record is finished later, after the work that follows it. */
  ended: Mark.optional(),
  holds: z.strictObject({ count: z.int().nonnegative(), ms: z.int().nonnegative() }).optional(),
  waitSeconds: z.int().nonnegative().optional(),
  talkSeconds: z.int().nonnegative().optional(),
});
export type CallTimes = z.infer<typeof CallTimes>;

/**
 * The natural key of a call of the line: its record id is the exchange's own. Several call records of one are the legs of a
 * transfer, or one call recorded on two workstations: they are linked, none is dropped.
 */
export const LineCall = z.strictObject({ id: LineCallId, region: RegionId, calls: z.array(CallId) });
export type LineCall = z.infer<typeof LineCall>;
