import { z } from 'zod';
import { ProblemId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { Problem } from './model.ts';

/** Several appeals turn out to be about one thing: from now on they are held together. */
export const problemOpen = defineCommand({
  kind: 'problem.open',
  v: 1,
  payload: z.strictObject({
    problem: ProblemId,
    title: Problem.shape.title,
    topic: Problem.shape.topic,
    place: Problem.shape.place,
  }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['problem_exists'],
  needsNumber: false,
  reads: (payload) => [{ type: 'problem', id: payload.problem }],
  decide(view, { problem: id, title, topic, place }, { command, at }) {
    if (view.get('problem', id)) return refuse('problem_exists');
    const problem = write('problem', {
      id,
      region: command.region,
      title,
      topic,
      place,
      state: 'open',
      openedBy: command.actor,
      openedAt: at,
      answer: '',
      answeredBy: null,
      answeredAt: null,
    });
    return { ok: true, writes: [problem], subject: { type: 'problem', id }, data: { title } };
  },
});
