import { describe, expect, it } from 'vitest';
import { EditedArticle, isOther } from '../../../../src-renderer/knowledge/edited.ts';
import { Article } from '../../../../src-shared/knowledge/model.ts';
import { IDS, uuid } from '../../src-shared/builders.ts';

const text = {
  title: 'Субсидія',
  body: 'До Пенсійного фонду.',
  topics: ['08.01'],
  districts: [],
  validFrom: null,
  validUntil: null,
};
const published = (version: number, part: Partial<typeof text> = {}) =>
  Article.parse({
    ...text,
    ...part,
    id: uuid(79),
    region: 'dn',
    state: 'published',
    version,
    checkedOn: null,
    savedBy: IDS.lead,
    savedAt: '2026-11-25T10:00:00.000Z',
  });
const written = (body: string) =>
  EditedArticle.parse({ article: uuid(79), expected: 1, text: { ...text, body } });

describe('a text that is being written', () => {
  it('stands beside another one only when that is neither where it began nor what it says', () => {
    expect(isOther(published(1), written('Мій текст'))).toBe(false);
    expect(isOther(published(2, { body: 'Їхній текст' }), written('Мій текст'))).toBe(true);
    expect(isOther(published(2, { topics: [] }), written(text.body))).toBe(true);
    // What was just published here is one's own text.
    expect(isOther(published(2, { body: 'Мій текст' }), written(' Мій текст\n'))).toBe(false);
  });

  it('kept by an earlier build is read, with nothing it did not know', () => {
    expect(written('Текст')).toMatchObject({ questions: [], settles: null });
  });
});
