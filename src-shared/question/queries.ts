import { z } from 'zod';
import { Day, Instant } from '../clock.ts';
import { Question } from './model.ts';

/** question.list: what the editors have to answer, or what they are done with. */
export const QuestionListInput = z.strictObject({ state: z.enum(['open', 'closed']) });

/** Questions in the same words: one line of the list. See `QuestionGroup`. */
export const QuestionLine = z.strictObject({
  id: z.string(),
  text: z.string(),
  topic: z.string(),
  districts: z.array(z.string()),
  times: z.int().positive(),
  askers: z.int().positive(),
  lastAt: Instant,
  week: Day,
  questions: z.array(Question),
});
export type QuestionLine = z.infer<typeof QuestionLine>;

export const QuestionListOutput = z.strictObject({
  lines: z.array(QuestionLine),
  /** Monday of the present week. */
  thisWeek: Day,
  /** Operator and article -> name, as far as they are known here. */
  names: z.record(z.string(), z.string()),
  /** More questions than are shown. */
  hasMore: z.boolean(),
});
export type QuestionList = z.infer<typeof QuestionListOutput>;
