import { z } from 'zod';
import { Instant } from '../clock.ts';
import { LineCallId, LineDirection, LineFeed } from './line.ts';

/** Why a call ended, as the telephone line says it. */
export const EndCause = z.enum([
  'normalClearing',
  'busy',
  'cancel',
  'noAnswer',
  'congestion',
  'notFound',
  'forwarded',
]);
export type EndCause = z.infer<typeof EndCause>;

/** What happened to a call of the telephone line: the one form into which every feed is brought. */
export const CallEvent = z.strictObject({
  kind: z.enum(['ringing', 'answered', 'held', 'resumed', 'ended']),
  callId: LineCallId,
  origCallId: LineCallId.optional(),
  /** When it reached this workstation. */
  at: Instant,
  feed: LineFeed,
  direction: LineDirection,
  from: z.string().max(80),
  to: z.string().max(80),
  queue: z.string().max(80).optional(),
  /** The telephone it concerns, where the line names it: an extension, a login. */
  operator: z.string().max(80).optional(),
  cause: EndCause.optional(),
  waitSeconds: z.int().nonnegative().optional(),
  talkSeconds: z.int().nonnegative().optional(),
  recordingId: z.string().max(200).optional(),
});
export type CallEvent = z.infer<typeof CallEvent>;
