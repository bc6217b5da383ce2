import { z } from 'zod';
import { ArticleId } from '../brand.ts';
import { defineCommand } from '../command/spec.ts';
import { takeOut } from './written.ts';

/** Takes an article out of use; saving it again brings it back. */
export const articleWithdraw = defineCommand({
  kind: 'article.withdraw',
  v: 1,
  payload: z.strictObject({ article: ArticleId, expected: z.int().positive() }),
  mayRun: ['lead'],
  refusals: ['article_unknown', 'article_changed'],
  needsNumber: false,
  reads: ({ article }) => [{ type: 'article', id: article }],
  decide: (view, { article: id, expected }, facts) =>
    takeOut('article', view.get('article', id), expected, facts),
});
