import type { z } from 'zod';
import { legalDay } from '../../../src-shared/clock.ts';
import { groupQuestions, weekOf } from '../../../src-shared/question/group.ts';
import type { QuestionList, QuestionListInput } from '../../../src-shared/question/queries.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from './names.ts';

/** Questions of one list; an editor who has more begins with the latest. */
const LIMIT = 1_000;

/** question.list: questions in the same words are one line; the latest week first, within it what was asked most. */
export function listQuestions(desk: Desk, { state }: z.output<typeof QuestionListInput>): QuestionList {
  const { record, question } = desk.stores.records;
  const questions =
    state === 'open'
      ? question.inState('open', LIMIT)
      : (['answered', 'dismissed'] as const).flatMap((closed) => question.inState(closed, LIMIT));
  const lines = groupQuestions(questions);
  const nameOf = operatorNames(desk);
  const people = questions.flatMap(({ askedBy, closedBy }) => [
    askedBy,
    ...(closedBy === null ? [] : [closedBy]),
  ]);
  const articles = questions.flatMap(({ article }) => (article === null ? [] : [article]));
  return {
    lines: lines.map((line) => ({ ...line, districts: [...line.districts], questions: [...line.questions] })),
    thisWeek: weekOf(legalDay(desk.time.serverMs())),
    names: {
      ...Object.fromEntries([...new Set(people)].map((id) => [id, nameOf(id)])),
      ...Object.fromEntries([...new Set(articles)].map((id) => [id, record.get('article', id)?.title ?? ''])),
    },
    hasMore: questions.length >= LIMIT,
  };
}
