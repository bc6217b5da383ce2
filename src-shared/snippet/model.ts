import { z } from 'zod';
import { OperatorId, RegionId, SnippetId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** What a lead writes of a snippet: words of the notes that are typed again and again. */
export const SnippetText = z.strictObject({
  /** Typed after a semicolon; letters and figures alone, so that every keyboard layout can type it. */
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}]{1,20}$/u),
  title: z.string().trim().min(1).max(120),
  /** May hold placeholders such as `{сьогодні}`. */
  text: z.string().trim().min(1).max(3000),
  /** Topics it belongs to; none: offered with every topic alike. */
  topics: z.array(z.string().min(1).max(20)).max(20),
});
export type SnippetText = z.infer<typeof SnippetText>;

/** A snippet everybody of the region may put into the notes. */
export const Snippet = SnippetText.extend({
  id: SnippetId,
  region: RegionId,
  /** Rises with every change. */
  version: z.int().positive(),
  /** No longer offered; saving it again brings it back. */
  isRemoved: z.boolean(),
  savedBy: OperatorId,
  savedAt: Instant,
});
export type Snippet = z.infer<typeof Snippet>;
