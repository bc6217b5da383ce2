import { z } from 'zod';
import { ForwardChannel } from '../appeal/channel.ts';
import { AppealId, CommandId, ExecutionId, OperatorId, RegionId, ResponseId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';

/** With several bodies the main one is in charge and answers for all; each has its own term and state (resolution 348). */
export const ExecutionRole = z.enum(['main', 'joint']);
export type ExecutionRole = z.infer<typeof ExecutionRole>;

/**
 * Where one body stands with an appeal. `sent`: handed over, nobody there has confirmed it; `received`: confirmed, in work; `answered`: its
 * final answer is here and waits to be checked; `rework`: the answer went back; `not_ours`: it says that another body is competent;
 * `accepted`: its answer was found good; `recalled`: the centre took it back.
 */
export const ExecutionState = z.enum([
  'sent',
  'received',
  'answered',
  'rework',
  'not_ours',
  'accepted',
  'recalled',
]);
export type ExecutionState = z.infer<typeof ExecutionState>;

/**
 * One contact with a body about an appeal. `sent` alone proves nothing: only `received` says that somebody there has it, and `opened` that
 * it was looked at. A reminder and a step up (to the body above, to the lead) are contacts, too.
 */
export const ContactKind = z.enum(['sent', 'received', 'opened', 'reminder', 'escalation']);
export type ContactKind = z.infer<typeof ContactKind>;

export const Contact = z.strictObject({
  kind: ContactKind,
  at: Instant,
  by: OperatorId,
  channel: ForwardChannel,
  /** Body spoken with: the executor itself, or the one above it for a step up; null: the lead of the centre. */
  to: z.string().min(1).max(60).nullable(),
  /** Person, incoming number, reference; free text. */
  note: z.string().max(1000),
});
export type Contact = z.infer<typeof Contact>;

/** Signs that an answer is a formality (house rule); what the check found is kept with the answer. */
export const FormalSign = z.enum(['no_date', 'no_deed', 'no_person', 'copy_of_earlier', 'beside_the_point']);
export type FormalSign = z.infer<typeof FormalSign>;

/** What a body answered. An interim answer changes nothing about control. */
export const Response = z.strictObject({
  id: ResponseId,
  /** Day on which it came. */
  receivedOn: Day,
  /** Outgoing number of the body. */
  number: z.string().max(60),
  text: z.string().max(100_000),
  isInterim: z.boolean(),
  /** Facet 9 of the classifier as the body reports it; null for an interim answer. */
  result: z.string().max(10).nullable(),
  files: z.array(CommandId).max(20),
  signs: z.array(FormalSign),
  at: Instant,
  by: OperatorId,
});
export type Response = z.infer<typeof Response>;

/** An answer that was not accepted; the first term stays visible and overdue by it stays overdue. */
export const Rework = z.strictObject({
  reason: z.string().trim().min(1).max(2000),
  /** Last day for the new answer. */
  due: Day,
  at: Instant,
  by: OperatorId,
});
export type Rework = z.infer<typeof Rework>;

/** An authority's part in an appeal, from the day it was handed over. Its id is that of the command that forwarded it. */
export const Execution = z.strictObject({
  id: ExecutionId,
  region: RegionId,
  appeal: AppealId,
  authority: z.string().min(1).max(60),
  role: ExecutionRole,
  state: ExecutionState,
  sentAt: Instant,
  sentBy: OperatorId,
  /** Last day by law for this body, set when it was handed over; a return for rework does not change it. */
  due: Day,
  /** For an urgent appeal: when measures taken are to be reported (house rule), else null. */
  reportBy: Instant.nullable(),
  /** Append only, by time. */
  contacts: z.array(Contact),
  /** Append only. */
  responses: z.array(Response),
  /** Append only. */
  reworks: z.array(Rework),
  /** Why it says that it is not competent. */
  notOurs: z.string().max(2000).optional(),
  /** Why the centre took it back. */
  recalled: z.string().max(2000).optional(),
});
export type Execution = z.infer<typeof Execution>;
