import { z } from 'zod';
import { AppealId, CallId, ConsultationId, OperatorId, RegionId, WorkstationId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { DangerTold } from '../danger/model.ts';
import { Tag } from '../tag/model.ts';
import { CallTimes, LineIdentity } from '../telephony/line.ts';

/** One line of the pad with the time into the call at which it was begun, in milliseconds. */
export const NoteLine = z.strictObject({
  atMs: z.int().nonnegative(),
  text: z.string().max(4000),
});
export type NoteLine = z.infer<typeof NoteLine>;

/** How a call ended when nothing was recorded from it. */
export const CallCode = z.enum(['dropped', 'silent', 'wrong_number', 'abusive', 'other']);
export type CallCode = z.infer<typeof CallCode>;

/**
 * `appeal` and `consultation` follow from what was recorded; an appeal weighs more when a call brought both. `discarded`: there was no call,
 * the card was opened by mistake.
 */
export const CallOutcome = z.enum(['open', 'appeal', 'consultation', ...CallCode.options, 'discarded']);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** A telephone call: a record of its own from its first second, whatever becomes of it. */
export const Call = z.strictObject({
  id: CallId,
  region: RegionId,
  workstation: WorkstationId,
  operator: OperatorId,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  phone: z.string().nullable(),
  /** The number exactly as typed or delivered, also when it could not be recognised. */
  phoneRaw: z.string().max(80),
  /** Append only. */
  notes: z.array(NoteLine),
  outcome: CallOutcome,
  appeals: z.array(AppealId),
  consultations: z.array(ConsultationId),
  /** Which call of the telephone line this is; absent where the line told nothing. */
  line: LineIdentity.optional(),
  times: CallTimes.optional(),
  /** Other records of the same call of the line: legs of a transfer. */
  linked: z.array(CallId).optional(),
  /** The call of the same caller that was cut off before this one, and the one in which this one went on. */
  continues: CallId.optional(),
  continuedBy: CallId.optional(),
  /** Dangers to life the caller spoke of and was told whom to ring about. */
  dangers: z.array(DangerTold).optional(),
  /** Quick tags, in their own order. */
  tags: z.array(Tag).optional(),
});
export type Call = z.infer<typeof Call>;
