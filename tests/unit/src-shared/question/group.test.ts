import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupQuestions, weekOf } from '../../../../src-shared/question/group.ts';
import type { Question } from '../../../../src-shared/question/model.ts';
import { uuid } from '../builders.ts';

function asked(n: number, text: string, day: string, part: Partial<Question> = {}): Question {
  return {
    id: uuid(n),
    region: 'dn',
    text,
    topic: '02.01',
    district: '',
    call: null,
    way: 'search',
    askedBy: uuid(900),
    askedAt: `${day}T10:00:00.000Z`,
    day,
    state: 'open',
    article: null,
    closedBy: null,
    closedAt: null,
    ...part,
  } as Question;
}

describe('the list of the editors', () => {
  it('a week begins on Monday, across months and years', () => {
    expect(weekOf('2026-11-30')).toBe('2026-11-30');
    expect(weekOf('2026-11-29')).toBe('2026-11-23');
    expect(weekOf('2027-01-01')).toBe('2026-12-28');
  });

  it('the same question is one line, with how often and by how many it was asked; the latest week comes first', () => {
    const groups = groupQuestions([
      asked(1, 'талон на воду', '2026-11-24'),
      asked(2, 'Талони на воду', '2026-11-25', { askedBy: uuid(901) as never, district: 'bakhmut' }),
      asked(3, 'довідка переселенця', '2026-11-26'),
      asked(4, 'пільги на газ', '2026-11-30'),
      asked(5, 'талон на воду', '2026-11-25', { topic: '08.01' }),
    ]);
    expect(groups.map(({ text, times, askers, week }) => [text, times, askers, week])).toEqual([
      ['пільги на газ', 1, 1, '2026-11-30'],
      ['Талони на воду', 2, 2, '2026-11-23'],
      ['довідка переселенця', 1, 1, '2026-11-23'],
      ['талон на воду', 1, 1, '2026-11-23'],
    ]);
    expect(groups[1]).toMatchObject({ id: uuid(1), districts: ['bakhmut'] });
  });

  it('loses no question, counts none twice, and does not depend on their order', () => {
    const one = fc.record({
      text: fc.constantFrom('вода', 'води', 'газ', 'світло і газ', 'газ і світло'),
      topic: fc.constantFrom('', '02.01'),
      day: fc.constantFrom('2026-11-23', '2026-11-29', '2026-11-30'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (list) => {
        const questions = list.map(({ text, topic, day }, index) => asked(index + 1, text, day, { topic }));
        const groups = groupQuestions(questions);
        const ids = groups.flatMap((group) => group.questions.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
        expect(groupQuestions(questions.toReversed())).toEqual(groups);
      }),
    );
  });
});
