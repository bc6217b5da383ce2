import { z } from 'zod';
import { ProblemId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { Problem } from './model.ts';

/**
 * The problem is over: one answer for all its appeals, told to each applicant separately. The appeals themselves stay on control until each
 * is closed by the rules of its own term.
 */
export const problemEnd = defineCommand({
  kind: 'problem.end',
  v: 1,
  payload: z.strictObject({ problem: ProblemId, answer: Problem.shape.answer }),
  mayRun: ['lead', 'control'],
  refusals: ['problem_unknown', 'problem_ended', 'problem_answer_required'],
  needsNumber: false,
  reads: (payload) => [{ type: 'problem', id: payload.problem }],
  decide(view, payload, { command, at }) {
    const problem = view.get('problem', payload.problem);
    if (!problem) return refuse('problem_unknown');
    if (problem.state === 'ended') return refuse('problem_ended', { title: problem.title });
    const answer = payload.answer.trim();
    if (answer === '') return refuse('problem_answer_required');
    const ended = { ...problem, state: 'ended', answer, answeredBy: command.actor, answeredAt: at } as const;
    return {
      ok: true,
      writes: [write('problem', ended)],
      subject: { type: 'problem', id: problem.id },
      data: { title: problem.title },
    };
  },
});
