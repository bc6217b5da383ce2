import { describe, expect, it } from 'vitest';
import { turnedBefore } from '../../../../src-shared/text/turned.ts';

const at = (text: string, language: 'uk' | 'ru' = 'uk') => {
  const found = turnedBefore(text, text.length, language);
  return found === null ? null : `${text.slice(0, found.from)}${found.turned}${text.slice(found.to)}`;
};

describe('the last words typed in the wrong layout', () => {
  it.each([
    ['ghbdsn', 'привіт'],
    ['ytvf djlb', 'нема води'],
    ['немає води dxjhf', 'немає води вчора'],
    ['немає djlb ', 'немає води '],
    ['перший рядок\ndjlf', 'перший рядок\nвода'],
    ['djlf e gjldfks', 'вода у подвалі'],
    ['gjlpdjybkf ,hbuflf', 'подзвонила бригада'],
    ['пише у Viber djlf', 'пише у Viber вода'],
    ['telegram djlf', 'telegram вода'],
    ['адреса руддщ', 'адреса hello'],
  ])('%j', (text, meant) => {
    expect(at(text)).toBe(meant);
  });

  it('is meant in the language of the interface', () => {
    expect(at('cjctls', 'ru')).toBe('соседы');
    expect(at('cjctls', 'uk')).toBe('соседі');
  });

  it.each([
    'немає води',
    'на улице темно',
    'пише у Viber',
    'Samsung',
    'Тут',
    'файл PDF',
    'пошта ivan@example.com',
    'ghbdsn 0501234567',
    ';djlf',
    'djlf, але далі правильно',
    '',
  ])('%j is left alone', (text) => {
    expect(at(text)).toBeNull();
  });

  it('what stands after the caret is not looked at', () => {
    expect(turnedBefore('вода djlf', 4, 'uk')).toBeNull();
  });
});
