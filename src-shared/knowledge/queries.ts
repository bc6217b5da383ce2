import { z } from 'zod';
import { ArticleId } from '../brand.ts';
import { Article } from './model.ts';

/** knowledge.find: words typed, or the topic and place of a card; both at once where both are known. */
export const KnowledgeFindInput = z.strictObject({
  text: z.string().trim().max(200),
  topic: z.string().max(20),
  district: z.string().max(20),
  limit: z.int().positive().max(200),
});

/** One article of the answer. */
export const FoundAnswer = z.strictObject({
  id: ArticleId,
  title: z.string(),
  /** The line that says what was asked, or the first one. */
  excerpt: z.string(),
  /** Written for the asked topic and place. */
  isForCard: z.boolean(),
  /** Today is outside its days. */
  isOutOfDate: z.boolean(),
  article: Article,
});
export type FoundAnswer = z.infer<typeof FoundAnswer>;

export const KnowledgeFindOutput = z.strictObject({ answers: z.array(FoundAnswer) });
export type KnowledgeFound = z.infer<typeof KnowledgeFindOutput>;
