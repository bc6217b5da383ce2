import { describe, expect, test } from 'vitest';
import { answerPlace, questionsLeft } from '../../../../src-shared/script/left.ts';
import type { ScriptField, ScriptQuestion } from '../../../../src-shared/script/model.ts';

const question = (id: string, label: string, part: Partial<ScriptQuestion> = {}): ScriptQuestion => ({
  id,
  label,
  ask: `${label}?`,
  field: null,
  words: [],
  ...part,
});
const street = question('street', 'Вулиця', { field: 'street' });
const since = question('since', 'Відколи', { words: ['відучора', 'с утра', 'третій день'] });
const entrance = question('entrance', "Під'їзд", { words: ["під'їзд", 'подъезд'] });
const QUESTIONS = [street, since, entrance];

const left = (notes: string, filled: ScriptField[] = [], skipped: string[] = []) =>
  questionsLeft(QUESTIONS, { notes, filled: new Set(filled), skipped: new Set(skipped) });
const ids = (questions: readonly ScriptQuestion[]) => questions.map(({ id }) => id);

describe('questions that are still open', () => {
  test('all of them in their order while nothing is known', () => {
    expect(ids(left('').left)).toEqual(['street', 'since', 'entrance']);
  });

  test('a field of the card, a line of the notes and words said unasked answer', () => {
    expect(ids(left('', ['street']).left)).toEqual(['since', 'entrance']);
    expect(ids(left('немає води\nВідколи: зранку').left)).toEqual(['street', 'entrance']);
    expect(ids(left('уже третього дня немає води').left)).toEqual(['street', 'since', 'entrance']);
    expect(ids(left('уже третій день немає води').left)).toEqual(['street', 'entrance']);
    expect(ids(left('воды нет с утра, второй подъезд').left)).toEqual(['street']);
  });

  test('the beginning of a line alone answers nothing, not even by the words of its own label', () => {
    expect(ids(left("Під'їзд: ").left)).toEqual(['street', 'since', 'entrance']);
    expect(ids(left('підʼїзд: 3').left)).toEqual(['street', 'since']);
  });

  test('what was left out is said to be so, until it is answered after all', () => {
    expect(left('', [], ['since'])).toMatchObject({
      left: [street, entrance],
      skipped: [since],
      answered: [],
    });
    expect(left('Відколи: учора', [], ['since'])).toMatchObject({ skipped: [], answered: [since] });
  });
});

test('the answer is written at the end of the line that begins with the label', () => {
  expect(answerPlace('немає води', since)).toBeNull();
  expect(answerPlace('немає води\nВідколи: \nще', since)).toBe('немає води\nВідколи: '.length);
});
