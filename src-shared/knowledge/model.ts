import { z } from 'zod';
import { ArticleId, OperatorId, RegionId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';

/** What a lead writes of an article; the text is Markdown. */
export const ArticleText = z.strictObject({
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(20_000),
  /** Topics it answers; none: found by its words alone. */
  topics: z.array(z.string().min(1).max(20)).max(20),
  /** Districts it holds for; none: everywhere. */
  districts: z.array(z.string().min(1).max(20)).max(60),
  /** Days between which it holds, both included; null: no bound. */
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
});
export type ArticleText = z.infer<typeof ArticleText>;

/** `withdrawn`: no longer offered to anybody; calls answered with it still name it. */
export const ArticleState = z.enum(['published', 'withdrawn']);
export type ArticleState = z.infer<typeof ArticleState>;

/** A ready answer of the knowledge base. */
export const Article = ArticleText.extend({
  id: ArticleId,
  region: RegionId,
  state: ArticleState,
  /** Rises with every change of text or state. */
  version: z.int().positive(),
  /** Day on which somebody last made sure that it is still true; null: never since it was written. */
  checkedOn: Day.nullable(),
  savedBy: OperatorId,
  savedAt: Instant,
});
export type Article = z.infer<typeof Article>;

/** The text an article had before: what operators said last year can still be read. */
export const ArticleVersion = z.strictObject({
  id: z.string().max(60),
  region: RegionId,
  article: ArticleId,
  version: z.int().positive(),
  title: ArticleText.shape.title,
  body: ArticleText.shape.body,
  savedBy: OperatorId,
  savedAt: Instant,
});
export type ArticleVersion = z.infer<typeof ArticleVersion>;
