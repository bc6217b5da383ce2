import { describe, expect, it } from 'vitest';
import { nearKey } from '../../../../src-shared/text/near.ts';

describe('near spellings', () => {
  it.each([
    ['Сергій', 'Сергей', false],
    ['Наталія', 'Наталья', false],
    ['Олексієнко', 'Олексиенко', true],
    ["Лук'яненко", 'Лукяненко', true],
    ['Гончаренко', 'Ґончаренко', true],
    ['Щербак', 'Шербак', true],
    ['Соловйов', 'Соловьёв', true],
    ['Kovalenko', 'Коваленко', true],
    ['Shevchenko', 'Шевченко', true],
    ['Анна', 'Ана', true],
    ['Римський-Корсаков', 'Римский Корсаков', false],
    ['Іваненко', 'Иваненко', true],
    ['Коваль', 'Ковальчук', false],
    ['Бойко', 'Байко', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(nearKey(a) === nearKey(b)).toBe(same);
  });
});
