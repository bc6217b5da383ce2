import { z } from 'zod';
import { answerHead, requestHead } from './envelope.ts';
import { PullRow } from './pull.ts';

/** POST /sync/find: appeals of the region by number or by words, those included that a workstation does not hold any more. */
export const FindRequest = z.object({
  ...requestHead,
  text: z.string().trim().min(1).max(200),
  limit: z.int().positive().max(50),
});
export type FindRequest = z.infer<typeof FindRequest>;

/** Whole records: the appeals found with their applicants, numbers, calls and history. */
export const FindAnswer = z.object({ ...answerHead, rows: z.array(PullRow), more: z.boolean() });
export type FindAnswer = z.infer<typeof FindAnswer>;
