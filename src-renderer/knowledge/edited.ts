import { z } from 'zod';

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
