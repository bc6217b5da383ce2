import { z } from 'zod';
import { AppealId, ApplicantId, CallId, OperatorId, PromiseId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Longest text of what was promised, and of why it will not be kept. */
export const PROMISE_TEXT = 500;

/** What was promised to whom: as the operator writes it. */
export const PromiseTerms = z.strictObject({
  phone: z.string().max(20).nullable(),
  /** The number as typed, also when it could not be recognised. */
  phoneRaw: z.string().max(80),
  name: z.string().max(200),
  what: z.string().max(PROMISE_TEXT),
  dueAt: Instant,
  call: CallId.nullable(),
  appeal: AppealId.nullable(),
  applicant: ApplicantId.nullable(),
});
export type PromiseTerms = z.infer<typeof PromiseTerms>;

/** One attempt that nobody answered. */
export const PromiseTry = z.strictObject({ at: Instant, by: OperatorId });

export const PromiseState = z.enum(['open', 'kept', 'cancelled']);
export type PromiseState = z.infer<typeof PromiseState>;

/** A promise to call back. It outlives the shift of whoever made it. */
export const CallPromise = PromiseTerms.extend({
  id: PromiseId,
  region: RegionId,
  /** Null: whoever of the shift comes first. */
  owner: OperatorId.nullable(),
  madeBy: OperatorId,
  madeAt: Instant,
  state: PromiseState,
  /** Append only. */
  tries: z.array(PromiseTry),
  closedAt: Instant.nullable(),
  closedBy: OperatorId.nullable(),
  /** Why it was cancelled; empty otherwise. */
  reason: z.string().max(PROMISE_TEXT),
});
export type CallPromise = z.infer<typeof CallPromise>;
