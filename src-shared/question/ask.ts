import { z } from 'zod';
import { CallId, QuestionId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { Question, QuestionWay } from './model.ts';

/** The knowledge base has no answer: the editors are told. */
export const questionAsk = defineCommand({
  kind: 'question.ask',
  v: 1,
  payload: z.strictObject({
    question: QuestionId,
    text: Question.shape.text,
    topic: Question.shape.topic,
    district: Question.shape.district,
    call: CallId.nullable(),
    way: QuestionWay,
  }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['question_exists'],
  needsNumber: false,
  reads: ({ question }) => [{ type: 'question', id: question }],
  decide(view, { question: id, ...asked }, { command, at, day }) {
    if (view.get('question', id) !== undefined) return refuse('question_exists');
    const question = write('question', {
      id,
      region: command.region,
      ...asked,
      askedBy: command.actor,
      askedAt: at,
      day,
      state: 'open',
      article: null,
      closedBy: null,
      closedAt: null,
    });
    return { ok: true, writes: [question], subject: { type: 'question', id }, data: { text: asked.text } };
  },
});
