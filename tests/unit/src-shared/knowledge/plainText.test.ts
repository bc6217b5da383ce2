import { expect, test } from 'vitest';
import { plainText } from '../../../../src-shared/knowledge/plainText.ts';

test.each([
  ['## Хто має право', 'Хто має право'],
  ['* заява\n+ довідка\n- паспорт', '- заява\n- довідка\n- паспорт'],
  ['Телефон **104**, __цілодобово__', 'Телефон 104, цілодобово'],
  ['[Пенсійний фонд](https://pfu.gov.ua)', 'Пенсійний фонд (https://pfu.gov.ua)'],
  ['2 * 3 ** 4 і snake__case', '2 * 3 ** 4 і snake__case'],
  ['один  \n\n\n\nдва', 'один\n\nдва'],
  ['#\n#без пробілу', '#\n#без пробілу'],
])('%j is said as %j', (markdown, said) => {
  expect(plainText(markdown)).toBe(said);
});
