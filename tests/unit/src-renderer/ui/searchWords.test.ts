import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../../src-renderer/ui/catalogChoices.ts';
import { searchWords } from '../../../../src-renderer/ui/searchWords.ts';

const search = searchWords(
  ['Слов’янськ', 'Краматорськ', 'Єнакієве', 'Нью-Йорк'].map((name) => ({
    item: name,
    name,
    words: [],
    group: '',
  })),
);

describe('finding in a list', () => {
  it.each([
    ['словянс', 'Слов’янськ'],
    ["СЛОВ'ЯН", 'Слов’янськ'],
    ['йорк', 'Нью-Йорк'],
    // Typed with the English layout.
    ['rhfvf', 'Краматорськ'],
    // Near spellings, only because nothing is exact.
    ['енакиево', undefined],
    ['енакиев', 'Єнакієве'],
  ])('%s finds %s', (query, name) => {
    expect(search(query)[0]).toBe(name);
  });

  it('gives everything in its order while nothing is typed', () => {
    expect(search('  ')).toHaveLength(4);
  });
});

describe('topics', () => {
  it.each([
    ['яма', 'Ями, ремонт доріг'],
    ['немає світла', 'Аварійне знеструмлення'],
    ['zvf', 'Ями, ремонт доріг'],
  ])('«%s» finds %s', (query, topic) => {
    const [first] = findTopics('uk', query, 'розділ').filter((choice) => !choice.disabled);
    expect(first?.label).toBe(topic);
  });

  it('shows a group before its topics where the words name it, and not to be chosen', () => {
    const [group, topic] = findTopics('uk', 'опалення та', 'розділ');
    expect(group).toMatchObject({ label: 'Опалення та гаряча вода', path: 'розділ', disabled: true });
    expect(topic).toMatchObject({ path: 'Опалення та гаряча вода' });
    expect(topic?.disabled).toBeUndefined();
  });

  it('begins with the first group and its first topic while nothing is typed', () => {
    const [group, topic] = findTopics('uk', '', 'розділ');
    expect([group?.disabled, topic?.value]).toEqual([true, '01.01']);
  });
});
