import { z } from 'zod';
import { AppealStatus } from '../appeal/model.ts';
import { DeliveryState } from '../appeal/queries.ts';
import { Address } from '../applicant/model.ts';
import { AppealId, ProblemId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { ProblemAppeals } from '../problem/closing.ts';
import { Problem } from '../problem/model.ts';
import { NEARNESS } from './place.ts';

/** similar.find: what others reported lately near the place that is being typed, about the same topic. */
export const SimilarInput = z.strictObject({ topic: z.string().max(20), place: Address });

/** One appeal that may be about the same thing. */
export const SimilarLine = z.strictObject({
  id: AppealId,
  number: z.string(),
  nearness: z.enum(NEARNESS),
  place: Address,
  excerpt: z.string(),
  status: AppealStatus,
  registeredAt: Instant,
  /** The applicant and those who joined. */
  people: z.int().positive(),
  problem: ProblemId.nullable(),
  delivery: DeliveryState,
});
export type SimilarLine = z.infer<typeof SimilarLine>;

/** A problem with how many appeals and people it holds. */
export const ProblemLine = z.strictObject({
  problem: Problem,
  appeals: z.int().nonnegative(),
  people: z.int().nonnegative(),
});
export type ProblemLine = z.infer<typeof ProblemLine>;

export const SimilarOutput = z.strictObject({
  /** How near the counted appeals are: the nearest at which there is any; null when there is none. */
  nearness: z.enum(NEARNESS).nullable(),
  /** Appeals of the present legal day and of the last seven days so near or nearer. */
  today: z.int().nonnegative(),
  week: z.int().nonnegative(),
  /** The nearest first, then the newest. */
  lines: z.array(SimilarLine),
  /** Open problems of this topic near this place. */
  problems: z.array(ProblemLine),
});
export type Similar = z.infer<typeof SimilarOutput>;

/** problem.list: open ones first, the newest first. */
export const ProblemListOutput = z.strictObject({ problems: z.array(ProblemLine) });

/** problem.get: a problem with everybody who is to be told its end; null when this workstation does not hold it. */
export const ProblemGetInput = z.strictObject({ problem: ProblemId });
export const ProblemPerson = z.strictObject({
  appeal: AppealId,
  number: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
});
export const ProblemGetOutput = z
  .strictObject({ problem: Problem, people: z.array(ProblemPerson), appeals: ProblemAppeals })
  .nullable();
export type ProblemDetail = z.infer<typeof ProblemGetOutput>;
