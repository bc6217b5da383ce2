import { z } from 'zod';
import { AppealId, ExecutionId } from '../brand.ts';

/** Appeals of an ended problem by whether the one answer can end them now. */
export const ProblemAppeals = z.strictObject({
  /** Those that can be ended, with the parts bodies have in each. */
  ready: z.array(z.strictObject({ appeal: AppealId, executions: z.array(ExecutionId) })),
  /** Those of which a body still owes its answer, by number: the shared answer does not end them. */
  owed: z.array(z.string()),
  /** How many have ended already. */
  ended: z.int().nonnegative(),
});
export type ProblemAppeals = z.infer<typeof ProblemAppeals>;

/** Appeals ended by one act: few enough that calls go on meanwhile. */
export const ENDED_AT_ONCE = 50;
