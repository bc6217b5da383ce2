import { z } from 'zod';
import { Address, ApplicantCard } from '../applicant/model.ts';
import { AppealId, ProblemId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';
import { SIGN_REASONS } from './propose.ts';

/** What the applicant was told of an earlier appeal: the one answer of its shared problem, or what an operator said to a question about it. */
export const EarlierAnswer = z.strictObject({
  kind: z.enum(['answer', 'told']),
  at: Instant,
  text: z.string(),
});
export type EarlierAnswer = z.infer<typeof EarlierAnswer>;

/** An earlier appeal as a later one refers to it. */
export const EarlierAppeal = z.strictObject({
  id: AppealId,
  number: z.string(),
  topic: z.string(),
  excerpt: z.string(),
  registeredAt: Instant,
  /** Last day of its term by law, and whether that was kept. */
  due: Day,
  term: z.enum(['missed', 'kept', 'running']),
  /** To whom it was handed last; null while to nobody. */
  authority: z.string().nullable(),
  /** The last thing the applicant was told; null when nothing is recorded. */
  told: EarlierAnswer.nullable(),
  /** Result it ended with, classifier facet 9; null while it is open, and where a shared problem answered. */
  result: z.string().nullable(),
});
export type EarlierAppeal = z.infer<typeof EarlierAppeal>;

/** sign.propose: the sign of receipt that the applicant's earlier appeals and the shared problems speak for. */
export const SignProposeInput = z.strictObject({
  applicant: ApplicantCard,
  topic: z.string().max(20),
  place: Address,
  problem: ProblemId.nullable(),
});
export const SignProposeOutput = z.strictObject({
  sign: z.string(),
  reason: z.enum(SIGN_REASONS),
  earlier: EarlierAppeal.nullable(),
  /** How surely the earlier appeal is the same person's. */
  same: z.enum(['sure', 'likely']).nullable(),
  /** Further earlier appeals on the same issue. */
  others: z.int().nonnegative(),
  /** Different people about the same thing within a day, this one among them. */
  people: z.int().nonnegative(),
});
export type SignProposal = z.infer<typeof SignProposeOutput>;

/** The appeals before and after one that are about the same issue, as they were recorded at registration. */
export const AppealChain = z.strictObject({
  previous: EarlierAppeal.nullable(),
  /** Repeats of this one, newest first. */
  repeats: z.array(
    z.strictObject({ id: AppealId, number: z.string(), sign: z.string(), registeredAt: Instant }),
  ),
});
export type AppealChain = z.infer<typeof AppealChain>;
