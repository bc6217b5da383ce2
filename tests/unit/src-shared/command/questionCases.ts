import { ArticleId, QuestionId } from '../../../../src-shared/brand.ts';
import type { Question } from '../../../../src-shared/question/model.ts';
import { aCall, aCommand, IDS, type Records, STAFF, uuid } from '../builders.ts';
import { ARTICLE_APPLIED } from './articleCases.ts';
import type { Case } from './cases.ts';

const at = (command: Case['command'], ...records: Records): Case => ({
  command,
  records: [...STAFF, ...records],
});

const asked = {
  question: uuid(81),
  text: 'Де отримати талон на воду',
  topic: '02.01',
  district: 'bakhmut',
  call: IDS.call,
  way: 'search',
} as const;
const stored = (part: Partial<Question> = {}) => ({
  question: {
    id: QuestionId.parse(uuid(81)),
    region: aCall().region,
    text: asked.text,
    topic: asked.topic,
    district: asked.district,
    call: aCall().id,
    way: asked.way,
    askedBy: aCall().operator,
    askedAt: '2026-11-25T10:00:00.000Z',
    day: '2026-11-25',
    state: 'open' as const,
    article: null,
    closedBy: null,
    closedAt: null,
    ...part,
  },
});
const answer = ArticleId.parse(uuid(79));
const article = ARTICLE_APPLIED['article.check'].records.filter((record) => 'article' in record);
const close = { question: uuid(81), article: answer, expected: 'open' };
const byLead = { actor: IDS.lead };
const dismissed = stored({ state: 'dismissed' });

export const QUESTION_APPLIED = {
  'question.ask': at(aCommand('question.ask', asked)),
  'question.close': at(aCommand('question.close', close, byLead), stored(), ...article),
};

const command = (kind: keyof typeof QUESTION_APPLIED) => QUESTION_APPLIED[kind].command;

export const QUESTION_REFUSED = {
  'question.ask': { question_exists: [at(command('question.ask'), stored())] },
  'question.close': {
    question_unknown: [at(command('question.close'), ...article)],
    article_unknown: [at(command('question.close'), stored())],
    question_closed: [at(command('question.close'), dismissed, ...article)],
  },
};
