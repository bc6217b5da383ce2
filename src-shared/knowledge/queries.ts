import { z } from 'zod';
import { ArticleId } from '../brand.ts';
import { Article, ArticleVersion } from './model.ts';

/** knowledge.find: words typed, or the topic and place of a card; both at once where both are known. */
export const KnowledgeFindInput = z.strictObject({
  text: z.string().trim().max(200),
  topic: z.string().max(20),
  district: z.string().max(20),
  limit: z.int().positive().max(200),
  /** Those taken out of use instead of those in use; found by the words of their titles. */
  withdrawn: z.boolean().default(false),
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
  /** Consultations answered with it lately, see `USE_DAYS`. */
  uses: z.int().nonnegative(),
  article: Article,
});
export type FoundAnswer = z.infer<typeof FoundAnswer>;

export const KnowledgeFindOutput = z.strictObject({
  /** The question's text, so that an answer to an older one is known as such. */
  text: z.string(),
  answers: z.array(FoundAnswer),
  /** How many there are in all. */
  total: z.int().nonnegative(),
  /** What was searched for, when it was typed in another keyboard layout; else null. */
  turned: z.string().nullable(),
});
export type KnowledgeFound = z.infer<typeof KnowledgeFindOutput>;

export const KnowledgeGetInput = z.strictObject({ article: ArticleId });

/** knowledge.get: an article with the texts it had before; null when there is none. */
export const KnowledgeGetOutput = z
  .strictObject({
    article: Article,
    isOutOfDate: z.boolean(),
    uses: z.int().nonnegative(),
    savedByName: z.string(),
    /** The latest first. */
    versions: z.array(ArticleVersion.extend({ savedByName: z.string() })),
  })
  .nullable();
export type ArticleWithPast = NonNullable<z.infer<typeof KnowledgeGetOutput>>;
