import { z } from 'zod';
import { ArticleId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { type RecordWrite, write } from '../record/model.ts';
import { type Article, ArticleText } from './model.ts';
import { unseen } from './written.ts';

/** Publishes a new article or the next version of one. The text before is kept under its version. */
export const articleSave = defineCommand({
  kind: 'article.save',
  v: 1,
  payload: z.strictObject({
    article: ArticleId,
    /** The version its author saw; 0 for a new article. */
    expected: z.int().nonnegative(),
    text: ArticleText,
  }),
  mayRun: ['lead'],
  refusals: ['article_unknown', 'article_changed', 'article_dates'],
  needsNumber: false,
  reads: ({ article }) => [{ type: 'article', id: article }],
  decide(view, { article: id, expected, text }, { command, at, day }) {
    const before = view.get('article', id);
    const refused = unseen('article', before, expected);
    if (refused !== null) return refused;
    const { validFrom, validUntil } = text;
    if (validFrom !== null && validUntil !== null && validFrom > validUntil) return refuse('article_dates');
    const saved = write('article', {
      ...text,
      id,
      region: command.region,
      state: 'published',
      version: expected + 1,
      checkedOn: day,
      savedBy: command.actor,
      savedAt: at,
    });
    const writes: RecordWrite[] = before === undefined ? [saved] : [saved, formerText(before)];
    return { ok: true, writes, subject: { type: 'article', id }, data: { title: text.title } };
  },
});

function formerText({ id: article, region, version, title, body, savedBy, savedAt }: Article): RecordWrite {
  const id = `${article}:${version}`;
  return write('articleVersion', { id, region, article, version, title, body, savedBy, savedAt });
}
