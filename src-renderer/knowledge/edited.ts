import { z } from 'zod';
import type { Article } from '../../src-shared/knowledge/model.ts';

/** A text that need not be whole yet. */
const WrittenText = z.object({
  title: z.string(),
  body: z.string(),
  topics: z.array(z.string()),
  districts: z.array(z.string()),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
});
export type WrittenText = z.infer<typeof WrittenText>;

/** An article being written. It is on disk with every pause, and for its author alone: the next lead at this workstation never sees it. */
export const EditedArticle = z.object({
  article: z.string(),
  /** The version its author began from; 0 for a new one. */
  expected: z.int().nonnegative(),
  text: WrittenText,
  /** Questions it answers: closed when it is published. */
  questions: z.array(z.string()).default([]),
  /** The refused command this is another try of. */
  settles: z.string().nullable().default(null),
});
export type EditedArticle = z.infer<typeof EditedArticle>;

/** Whether an article is no longer what its author began from, and not what they wrote either. */
export function isOther(article: Article, { expected, text }: EditedArticle): boolean {
  if (article.version === expected) return false;
  const { title, body, topics, districts, validFrom, validUntil } = article;
  const theirs = { title, body, topics, districts, validFrom, validUntil };
  const mine = { ...text, title: text.title.trim(), body: text.body.trim() };
  const fields = Object.keys(theirs) as (keyof typeof theirs)[];
  return fields.some((field) => JSON.stringify(theirs[field]) !== JSON.stringify(mine[field]));
}
