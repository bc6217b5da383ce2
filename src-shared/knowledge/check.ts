import { z } from 'zod';
import { ArticleId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** A lead made sure that the text of this version is still true. */
export const articleCheck = defineCommand({
  kind: 'article.check',
  v: 1,
  payload: z.strictObject({ article: ArticleId, expected: z.int().positive() }),
  mayRun: ['lead'],
  refusals: ['article_unknown', 'article_changed'],
  needsNumber: false,
  reads: ({ article }) => [{ type: 'article', id: article }],
  decide(view, { article: id, expected }, { day }) {
    const before = view.get('article', id);
    if (before === undefined) return refuse('article_unknown');
    const { title, version } = before;
    if (version !== expected) return refuse('article_changed', { title });
    // A check that travelled longer never makes the text look older.
    const isLater = before.checkedOn !== null && before.checkedOn > day;
    const checkedOn = isLater ? before.checkedOn : day;
    return {
      ok: true,
      writes: [write('article', { ...before, checkedOn })],
      subject: { type: 'article', id },
      data: { title },
    };
  },
});
