import { expect, test } from 'vitest';
import { alphabetKey } from '../../../../src-shared/text/alphabet.ts';

const sorted = (words: readonly string[]) =>
  words
    .map((word) => [alphabetKey(word), word] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, word]) => word);

test('words stand as in the Ukrainian alphabet, whatever their case, apostrophes not counted', () => {
  const words = [
    'аґрус',
    'Аграрій',
    'ґанок',
    'гуска',
    'дім',
    'ємність',
    'еней',
    'Жанна',
    'їжак',
    'іва',
    'ива',
    'йод',
  ];
  expect(sorted(words)).toEqual(words.toSorted(new Intl.Collator('uk').compare));
  expect(alphabetKey("Лук'яненко")).toBe(alphabetKey('ЛУКʼЯНЕНКО'));
  expect(sorted(['Лукʼяненко', 'Лукяненки', 'Лукян'])).toEqual(['Лукян', 'Лукяненки', 'Лукʼяненко']);
});
