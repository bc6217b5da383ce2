import { describe, expect, test } from 'vitest';
import { foldForSearch, stemOf, wordsOf } from '../../../../src-shared/text/words.ts';

describe('one spelling for finding', () => {
  test.each([
    ["Лук'яненко", 'лукяненко'],
    ['ЛУКʼЯНЕНКО', 'лукяненко'],
    ['Ґанок', 'ганок'],
    ['Їжак'.normalize('NFD'), 'їжак'],
    ['во\u0301ди', 'води'],
  ])('%s is found as %s', (written, found) => expect(foldForSearch(written)).toBe(found));

  test('words are taken apart at every sign that is no letter or digit', () =>
    expect(wordsOf('вул. Паркова, 12-А (кв. 7)')).toEqual(['вул', 'паркова', '12', 'а', 'кв', '7']));
});

describe('words in other cases are found by what stays', () => {
  test.each([
    ['яму', 'яма'],
    ['води', 'вода'],
    ['дорогу', 'дорогою'],
    ['парковій', 'паркова'],
    ['освітлення', 'освітленням'],
  ])('%s finds %s', (asked, written) => expect(written.startsWith(stemOf(asked))).toBe(true));

  test.each(['12', '7а', 'на'])('%s stays as it is', (word) => expect(stemOf(word)).toBe(word));
});
