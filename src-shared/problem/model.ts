import { z } from 'zod';
import { Address } from '../applicant/model.ts';
import { OperatorId, ProblemId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** `open`: appeals still join it. `ended`: it has its one answer, and every applicant of its appeals is to be told. */
export const ProblemState = z.enum(['open', 'ended']);
export type ProblemState = z.infer<typeof ProblemState>;

/**
 * A problem that many people report: no water in a street, a bus that no longer comes. Each appeal keeps its own number, applicant and term;
 * the problem joins them and holds the one answer for all.
 */
export const Problem = z.strictObject({
  id: ProblemId,
  region: RegionId,
  /** Said so that an operator knows it at a glance, such as `Немає води: Садова`. */
  title: z.string().trim().min(1).max(200),
  topic: z.string().max(20),
  place: Address,
  state: ProblemState,
  openedBy: OperatorId,
  openedAt: Instant,
  /** What every applicant is told; empty while there is nothing to tell. */
  answer: z.string().max(20_000),
  answeredBy: OperatorId.nullable(),
  answeredAt: Instant.nullable(),
});
export type Problem = z.infer<typeof Problem>;
