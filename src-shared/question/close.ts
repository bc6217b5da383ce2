import { z } from 'zod';
import { ArticleId, QuestionId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { QuestionState } from './model.ts';

/** An editor is done with a question: an article answers it, or none is needed. */
export const questionClose = defineCommand({
  kind: 'question.close',
  v: 1,
  payload: z.strictObject({
    question: QuestionId,
    /** The article that answers it; null: none is needed. */
    article: ArticleId.nullable(),
    /** The state its author saw. */
    expected: QuestionState,
  }),
  mayRun: ['lead'],
  refusals: ['question_unknown', 'question_closed', 'article_unknown'],
  needsNumber: false,
  reads: ({ question, article }) => [
    { type: 'question', id: question },
    ...(article === null ? [] : [{ type: 'article', id: article } as const]),
  ],
  decide(view, { question: id, article, expected }, { command, at }) {
    const before = view.get('question', id);
    if (before === undefined) return refuse('question_unknown');
    if (article !== null && view.get('article', article) === undefined) return refuse('article_unknown');
    const state = article === null ? 'dismissed' : 'answered';
    // Two editors who came to the same end need not hear of each other.
    const isSame = before.state === state && before.article === article;
    if (before.state !== expected && !isSame) return refuse('question_closed', { text: before.text });
    const closed = isSame
      ? before
      : ({ ...before, state, article, closedBy: command.actor, closedAt: at } as const);
    return {
      ok: true,
      writes: [write('question', closed)],
      subject: { type: 'question', id },
      data: { text: before.text, state },
    };
  },
});
