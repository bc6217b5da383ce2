import { z } from 'zod';
import { OperatorId, ResponseId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';
import { Ending, Verdict } from './verdict.ts';

/** A later end of the term, decided by a head; the applicant has been told (Law 393/96-ВР, article 20). */
export const Extension = z.strictObject({
  to: Day,
  reason: z.string().trim().min(1).max(2000),
  /** Head or deputy who decided; free text. */
  decidedBy: z.string().trim().min(1).max(200),
  /** How and when the applicant was told; it cannot be extended without. */
  notice: z.string().trim().min(1).max(500),
  at: Instant,
  by: OperatorId,
});
export type Extension = z.infer<typeof Extension>;

/** The term of an appeal as it was reckoned last, by the rule it was born with. */
export const AppealTerm = z.strictObject({
  /** Id of the rule and the first day of its version, null for the oldest. */
  rule: z.string().min(1).max(60),
  ruleFrom: Day.nullable(),
  received: Day,
  /** Last day by law, extensions included. */
  due: Day,
  /** Last day for the centre's own control. */
  control: Day,
  /** Append only. */
  extensions: z.array(Extension),
});
export type AppealTerm = z.infer<typeof AppealTerm>;

/** The end of an appeal: result by facet 9 of the classifier, and the same in honest words. */
export const Closing = z.strictObject({
  result: z.string().min(1).max(10),
  ending: Ending,
  /** What the applicant is told. */
  answer: z.string().trim().min(1).max(100_000),
  /** The body's answer it rests on; null when the centre or a shared problem answers. */
  response: ResponseId.nullable(),
  /** For a promise: when it is to be done. */
  promisedFor: Day.optional(),
  at: Instant,
  by: OperatorId,
});
export type Closing = z.infer<typeof Closing>;

/** One call back about the answer. */
export const Said = z.strictObject({
  verdict: Verdict,
  note: z.string().max(2000),
  at: Instant,
  by: OperatorId,
});
export type Said = z.infer<typeof Said>;

/** Taken off control: who, when and why are kept for ever (resolution 348). */
export const Removal = z.strictObject({ note: z.string().max(1000), at: Instant, by: OperatorId });
export type Removal = z.infer<typeof Removal>;

/** Back on control. */
export const Reopening = z.strictObject({
  reason: z.string().trim().min(1).max(2000),
  at: Instant,
  by: OperatorId,
});
export type Reopening = z.infer<typeof Reopening>;
