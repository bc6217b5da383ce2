import { describe, expect, it } from 'vitest';
import { askableText, sameQuestionKey } from '../../../../src-shared/question/wording.ts';

describe('what is asked of the editors', () => {
  it.each([
    ['  талон   на воду ', 'талон на воду'],
    ['Петренко 050 123-45-67 субсидія', 'Петренко субсидія'],
    ['паспорт 123456789 загублено', 'паспорт загублено'],
    ['пошта anna@example.com не працює', 'пошта не працює'],
    ['маршрут 24, будинок 105', 'маршрут 24, будинок 105'],
    ['постанова 1247', 'постанова 1247'],
  ])('%j keeps no numbers or addresses of a person', (typed, asked) => {
    expect(askableText(typed)).toBe(asked);
  });

  it.each(['', '  ', '??', '0501234567', 'аб'])('%j asks nothing', (typed) => {
    expect(askableText(typed)).toBeNull();
  });

  it('is never longer than a record holds', () => {
    expect(askableText('вода '.repeat(100))?.length).toBeLessThanOrEqual(200);
  });

  it('is the same in another order, case and ending of words', () => {
    expect(sameQuestionKey('Талони на воду')).toBe(sameQuestionKey('на воду талонів'));
    expect(sameQuestionKey('талон на воду')).not.toBe(sameQuestionKey('талон на хліб'));
  });
});
