import { z } from 'zod';
import { Address, ApplicantCard } from '../applicant/model.ts';
import { AppealId, ApplicantId, CallId, OperatorId, RegionId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';

/** Kind of an appeal: Law 393/96-ВР, articles 1 and 3; classifier of resolution 858, codes 3.1 to 3.3. */
export const AppealKind = z.enum(['proposal', 'statement', 'complaint']);
export type AppealKind = z.infer<typeof AppealKind>;

/** `registered`: held on control, nobody outside told yet. `forwarded`: sent to at least one authority; control goes on. */
export const AppealStatus = z.enum(['registered', 'forwarded']);
export type AppealStatus = z.infer<typeof AppealStatus>;

/** How an appeal was handed over to an authority. */
export const ForwardChannel = z.enum(['phone', 'email', 'document_system', 'messenger', 'fax']);
export type ForwardChannel = z.infer<typeof ForwardChannel>;

/** One handing over to an authority. Append only. */
export const Forwarding = z.strictObject({
  authority: z.string().min(1).max(60),
  channel: ForwardChannel,
  /** Whom it was handed to, reference given; free text. */
  note: z.string().max(1000),
  at: Instant,
  by: OperatorId,
});
export type Forwarding = z.infer<typeof Forwarding>;

/** What the operator fills in. Which of it is required is said by `checkCard`, following article 5 of Law 393/96-ВР. */
export const AppealCard = z.strictObject({
  kind: AppealKind.nullable(),
  topic: z.string().max(20),
  applicant: ApplicantCard,
  /** Where the problem is; may differ from where the applicant lives. */
  place: Address,
  /** Substance of the appeal in the caller's words. */
  text: z.string().max(100_000),
  urgent: z.boolean(),
});
export type AppealCard = z.infer<typeof AppealCard>;

/** A registered appeal. The registration number, once told to the caller, never changes. */
export const Appeal = z.strictObject({
  id: AppealId,
  region: RegionId,
  number: z.string().min(1).max(40),
  call: CallId.nullable(),
  applicant: ApplicantId,
  kind: AppealKind,
  topic: z.string(),
  place: Address,
  text: z.string(),
  urgent: z.boolean(),
  status: AppealStatus,
  /** Classifier facets of resolution 858 with the values of a telephone call: by telephone, first, individual, oral. */
  receiptForm: z.string(),
  receiptSign: z.string(),
  subject: z.string(),
  type: z.string(),
  assignee: OperatorId.nullable(),
  registeredBy: OperatorId,
  registeredAt: Instant,
  /** Legal day of registration in Kyiv. */
  day: Day,
  forwardings: z.array(Forwarding),
  /** When it was typed in from a paper blank; absent for what was registered during the call. */
  enteredAt: Instant.optional(),
});
export type Appeal = z.infer<typeof Appeal>;
