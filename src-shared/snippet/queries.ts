import { z } from 'zod';
import { Snippet } from './model.ts';

/** snippet.list: everything on offer, in no order: the window sorts by its own language. */
export const SnippetListOutput = z.strictObject({ snippets: z.array(Snippet) });
