import { z } from 'zod';
import { Address } from '../applicant/model.ts';
import { AppealId, ProblemId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** One of the appeals registered apart. */
export const ApartLine = z.strictObject({
  id: AppealId,
  number: z.string(),
  excerpt: z.string(),
  registeredAt: Instant,
  operatorName: z.string(),
  /** Name of the workstation; empty for one typed in from paper. */
  station: z.string(),
  problem: ProblemId.nullable(),
});
export type ApartLine = z.infer<typeof ApartLine>;

/** Appeals that may be about one thing and are not joined. */
export const ApartGroup = z.strictObject({
  topic: z.string(),
  place: Address,
  /** An open shared problem that one of them belongs to already. */
  problem: z.strictObject({ id: ProblemId, title: z.string() }).nullable(),
  lines: z.array(ApartLine).min(2),
});
export type ApartGroup = z.infer<typeof ApartGroup>;

/** pair.list: for who may settle them; the group with the newest appeal first. */
export const PairListOutput = z.strictObject({
  groups: z.array(ApartGroup),
  /** More groups than are listed. */
  more: z.boolean(),
});
export type PairList = z.infer<typeof PairListOutput>;
