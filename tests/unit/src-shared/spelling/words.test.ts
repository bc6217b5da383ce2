import { describe, expect, test } from 'vitest';
import {
  dictionariesOf,
  dictionaryForm,
  spelledWords,
  withoutTwins,
} from '../../../../src-shared/spelling/words.ts';

const wordsIn = (text: string) => spelledWords(text).map(({ word }) => word);

describe('words that are judged', () => {
  test('stand where they are written, apostrophes and hyphens inside them', () => {
    const text = 'немає світла, під’їзд\nпо-перше';
    expect(wordsIn(text)).toEqual(['немає', 'світла', 'під’їзд', 'по-перше']);
    for (const { at, word } of spelledWords(text)) expect(text.slice(at, at + word.length)).toBe(word);
  });

  test('are not numbers, addresses of the network, abbreviations or single letters', () => {
    expect(wordsIn('ОСББ, 14а і kv@ukr.net; www.example.ua, ЖЕК-3 я')).toEqual([]);
  });

  test.each([
    ['дзвонить Ковбасюк з дому', ['дзвонить', 'дому']],
    ['на вул. Перемоги', ['на', 'вул']],
    ['пані О. Мельничук', ['пані']],
    ['заявник, Пирятинський', ['заявник']],
  ])('names inside a sentence are left alone: %s', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  test.each(['Звернення прийнято', 'є вода.\nЗвернення', 'Є вода. Звернення', '«Звернення'])(
    'the first word of a sentence is judged: %s',
    (text) => {
      expect(wordsIn(text)).toContain('Звернення');
    },
  );

  test('one spelling for all apostrophes, decomposed letters and stress marks', () => {
    expect(dictionaryForm('під’їзд'.normalize('NFD'))).toBe("під'їзд");
    expect(dictionaryForm('за́мок')).toBe('замок');
    expect(dictionaryForm('йод'.normalize('NFD'))).toBe('йод');
  });

  test('Latin letters of the same look inside a Cyrillic word are found and turned', () => {
    expect(withoutTwins('вoдa')).toBe('вода');
    expect(withoutTwins('ніч')).toBeNull();
    expect(withoutTwins('wifi')).toBeNull();
    expect(withoutTwins('Zоряна')).toBeNull();
  });

  test.each([
    ['під’їзд', ['uk']],
    ['объезд', ['ru']],
    ['вода', ['uk', 'ru']],
    ['water', ['en']],
  ] as const)('%s is for the dictionaries of its letters', (word, languages) => {
    expect(dictionariesOf(dictionaryForm(word))).toEqual(languages);
  });
});
