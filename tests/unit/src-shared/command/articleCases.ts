import { ArticleId } from '../../../../src-shared/brand.ts';
import { aCall, aCommand, IDS, type Records, STAFF, uuid } from '../builders.ts';
import type { Case } from './cases.ts';

const at = (command: Case['command'], ...records: Records): Case => ({
  command,
  records: [...STAFF, ...records],
});

const text = {
  title: 'Субсидія: хто має право',
  body: 'Заяву подають до Пенсійного фонду.',
  topics: ['08.01'],
  districts: [],
  validFrom: null,
  validUntil: null,
};
const stored = (version: number) => ({
  article: {
    ...text,
    id: ArticleId.parse(uuid(79)),
    region: aCall().region,
    state: 'published' as const,
    version,
    checkedOn: null,
    savedBy: aCall().operator,
    savedAt: '2026-11-25T10:00:00.000Z',
  },
});
const byLead = { actor: IDS.lead };
const save = { article: uuid(79), expected: 2, text };
const seen = { article: uuid(79), expected: 2 };
const backwards = { ...text, validFrom: '2026-12-31', validUntil: '2026-01-01' };

export const ARTICLE_APPLIED = {
  'article.save': at(aCommand('article.save', save, byLead), stored(2)),
  'article.withdraw': at(aCommand('article.withdraw', seen, byLead), stored(2)),
  'article.check': at(aCommand('article.check', seen, byLead), stored(2)),
};

const command = (kind: keyof typeof ARTICLE_APPLIED) => ARTICLE_APPLIED[kind].command;

export const ARTICLE_REFUSED = {
  'article.save': {
    article_unknown: [at(command('article.save'))],
    article_changed: [
      at(command('article.save'), stored(3)),
      at(aCommand('article.save', { ...save, expected: 0 }, byLead), stored(1)),
    ],
    article_dates: [at(aCommand('article.save', { ...save, text: backwards }, byLead), stored(2))],
  },
  'article.withdraw': {
    article_unknown: [at(command('article.withdraw'))],
    article_changed: [at(command('article.withdraw'), stored(3))],
  },
  'article.check': {
    article_unknown: [at(command('article.check'))],
    article_changed: [at(command('article.check'), stored(1))],
  },
};
