import { z } from 'zod';
import { ArticleId, CallId, OperatorId, QuestionId, RegionId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';

/** `search`: what was looked for during a call and was not found. `operator`: somebody said that there is no answer. */
export const QuestionWay = z.enum(['search', 'operator']);
export type QuestionWay = z.infer<typeof QuestionWay>;

/** `answered`: there is an article now. `dismissed`: none is needed. */
export const QuestionState = z.enum(['open', 'answered', 'dismissed']);
export type QuestionState = z.infer<typeof QuestionState>;

/** Something callers ask that the knowledge base does not answer; the editors' list is made of these. */
export const Question = z.strictObject({
  id: QuestionId,
  region: RegionId,
  text: z.string().min(1).max(200),
  /** Topic and district of the card it came from; empty where none was chosen. */
  topic: z.string().max(20),
  district: z.string().max(20),
  /** The call it came up in; null outside a call. */
  call: CallId.nullable(),
  way: QuestionWay,
  askedBy: OperatorId,
  askedAt: Instant,
  day: Day,
  state: QuestionState,
  /** The article that answers it. */
  article: ArticleId.nullable(),
  closedBy: OperatorId.nullable(),
  closedAt: Instant.nullable(),
});
export type Question = z.infer<typeof Question>;
