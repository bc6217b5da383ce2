import { z } from 'zod';
import { Address, ApplicantCard } from '../applicant/model.ts';
import { AppealId, ApplicantId, CallId, ExecutionId, OperatorId, ProblemId, RegionId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';
import { AppealTerm, Closing, Removal, Reopening, Said } from '../control/course.ts';
import { ForwardChannel } from './channel.ts';
import { AppealStatus } from './status.ts';

export { AppealStatus, ForwardChannel };

/** Kind of an appeal: Law 393/96-ВР, articles 1 and 3; classifier of resolution 858, codes 3.1 to 3.3. */
export const AppealKind = z.enum(['proposal', 'statement', 'complaint']);
export type AppealKind = z.infer<typeof AppealKind>;

/** Classifier codes of who appeals: one person, several together, or nobody named (resolution 858, facet 5). */
export const INDIVIDUAL = '5.1';
export const COLLECTIVE = '5.2';
export const ANONYMOUS = '5.3';

/** One handing over to an authority. Append only. */
export const Forwarding = z.strictObject({
  authority: z.string().min(1).max(60),
  channel: ForwardChannel,
  /** Whom it was handed to, reference given; free text. */
  note: z.string().max(1000),
  at: Instant,
  by: OperatorId,
  /** Where the body's part is kept; absent in what was forwarded before parts were kept. */
  execution: ExecutionId.optional(),
});
export type Forwarding = z.infer<typeof Forwarding>;

/** How the applicant wants to hear the answer (Law 393/96-ВР, article 22). */
export const AnswerWay = z.enum(['phone', 'post', 'email', 'in_person', 'none']);
export type AnswerWay = z.infer<typeof AnswerWay>;

/** Particulars of an appeal beside its substance; all of them since command version 3, absent in older records. */
const particulars = {
  /** The earlier appeal of which this one is a repeat or a duplicate. */
  previous: AppealId.optional(),
  /** Why it cannot wait; asked for when `urgent`. */
  urgentReason: z.string().trim().max(500).optional(),
  answerWay: AnswerWay.optional(),
  /** For colleagues only: never shown to an authority, printed or exported by default. */
  remark: z.string().trim().max(4000).optional(),
  /** The applicant asked not to be named to anybody but who resolves the case (Law 393/96-ВР, article 10). */
  confidential: z.boolean().optional(),
  /** Body complained of, id of the directory: the complaint must not be sent there (article 7). */
  complainedOf: z.string().max(60).optional(),
  /** The mass problem it belongs to. */
  problem: ProblemId.optional(),
} as const;

/** Somebody who joined a registered appeal of another: own receipt, own number to ring, own answer. */
export const CoApplicant = z.strictObject({
  applicant: ApplicantId,
  number: z.string().min(1).max(40),
  call: CallId.nullable(),
  at: Instant,
  by: OperatorId,
});
export type CoApplicant = z.infer<typeof CoApplicant>;

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
  ...particulars,
  /** Classifier facet 2, `2.1` when absent: proposed with its reason, decided by the operator. */
  receiptSign: z.string().max(10).optional(),
  /** Several people appeal together: classifier code 5.2. */
  collective: z.boolean().optional(),
  /** The caller would not give a name: classifier code 5.3; the head of the body decides what follows (article 8). */
  anonymous: z.boolean().optional(),
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
  ...particulars,
  /** Categories and social status of the applicant on the day of registration, for the statutory report. */
  categories: z.array(z.string().max(10)).optional(),
  socialStatus: z.string().max(10).optional(),
  /** Append only. */
  coApplicants: z.array(CoApplicant).optional(),
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
  /** Absent in records older than the region's own calendar: then it is reckoned from the day of registration. */
  term: AppealTerm.optional(),
  /** How it ended, from the moment this was decided. */
  closing: Closing.optional(),
  /** What the applicant said of the answer when called back. Append only. */
  verdicts: z.array(Said).optional(),
  removal: Removal.optional(),
  /** When it was taken off control: from then on it ages. Absent while it is on control. */
  closedAt: Instant.optional(),
  /** Each time it came back. Append only. */
  reopenings: z.array(Reopening).optional(),
  /** When it was typed in from a paper blank; absent for what was registered during the call. */
  enteredAt: Instant.optional(),
});
export type Appeal = z.infer<typeof Appeal>;
