import { z } from 'zod';
import { ArticleId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** Takes an article out of use; saving it again brings it back. */
export const articleWithdraw = defineCommand({
  kind: 'article.withdraw',
  v: 1,
  payload: z.strictObject({ article: ArticleId, expected: z.int().positive() }),
  mayRun: ['lead'],
  refusals: ['article_unknown', 'article_changed'],
  needsNumber: false,
  reads: ({ article }) => [{ type: 'article', id: article }],
  decide(view, { article: id, expected }, { command, at }) {
    const before = view.get('article', id);
    if (before === undefined) return refuse('article_unknown');
    const { title, version } = before;
    if (version !== expected) return refuse('article_changed', { title });
    const withdrawn = {
      ...before,
      state: 'withdrawn',
      version: version + 1,
      savedBy: command.actor,
      savedAt: at,
    } as const;
    return {
      ok: true,
      writes: [write('article', withdrawn)],
      subject: { type: 'article', id },
      data: { title },
    };
  },
});
