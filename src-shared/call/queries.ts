import { z } from 'zod';
import { DeliveryState } from '../appeal/queries.ts';
import { AppealId, CallId, ConsultationId, OperatorId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { DangerTold } from '../danger/model.ts';
import { HistoryEntry } from '../history/model.ts';
import { Tag } from '../tag/model.ts';
import { CallCode, CallOutcome, NoteLine } from './model.ts';

/** One line of the list of calls. */
export const CallLine = z.strictObject({
  id: CallId,
  operator: OperatorId,
  operatorName: z.string(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** Length of the talk and of the work after it, in milliseconds; null where it is not known. */
  talkMs: z.int().nonnegative().nullable(),
  wrapUpMs: z.int().nonnegative().nullable(),
  phone: z.string().nullable(),
  phoneRaw: z.string(),
  outcome: CallOutcome,
  topic: z.string().nullable(),
  appeals: z.array(z.strictObject({ id: AppealId, number: z.string() })),
  consultations: z.array(ConsultationId),
  notes: z.array(NoteLine),
  /** Dangers to life the caller spoke of, with whom they were sent to. */
  dangers: z.array(DangerTold),
  tags: z.array(Tag),
  delivery: DeliveryState,
});
export type CallLine = z.infer<typeof CallLine>;

/** call.list: newest first; `mine` is the signed-in operator's. */
export const CallListInput = z.strictObject({
  scope: z.enum(['mine', 'all']),
  limit: z.int().positive().max(500),
});
export const CallListOutput = z.strictObject({ lines: z.array(CallLine), total: z.int().nonnegative() });
export type CallList = z.infer<typeof CallListOutput>;

/** call.today: the operator's own tally of the present legal day. */
export const CallToday = z.strictObject({
  calls: z.int().nonnegative(),
  appeals: z.int().nonnegative(),
  consultations: z.int().nonnegative(),
  /** Calls that brought nothing to record, by how they ended. */
  codes: z.record(CallCode, z.int().nonnegative()),
  /** Average length of the talks that are over, in milliseconds; null before the first. */
  talkMs: z.int().nonnegative().nullable(),
});
export type CallToday = z.infer<typeof CallToday>;

/** call.interrupted: whether the caller of an open call was cut off in an earlier one of this shift, at any workstation. */
export const CallInterruptedInput = z.strictObject({ call: CallId, phone: z.string().max(20) });
export const CallInterruptedOutput = z.strictObject({
  earlier: z
    .strictObject({
      id: CallId,
      startedAt: Instant,
      operatorName: z.string(),
      notes: z.array(NoteLine),
    })
    .nullable(),
});

/** call.history: what happened to one call, oldest first: begun, handed over, accepted, gone on with, finished. */
export const CallHistoryInput = z.strictObject({ call: CallId });
export const CallHistoryOutput = z.strictObject({
  history: z.array(HistoryEntry),
  names: z.record(z.string(), z.string()),
});
