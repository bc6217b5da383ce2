import { describe, expect, test } from 'vitest';
import { knownNames } from '../../../../src-shared/spelling/names.ts';

describe('names that count as right', () => {
  const names = knownNames([
    'вулиця Вʼячеслава Чорновола',
    'Знам’янка',
    'Соборна ["Карла Маркса"]',
    'Біла Криниця',
    'Яр',
  ]);

  test.each([
    "В'ячеслава",
    'Чорновола',
    'Чорноволу',
    'Знамʼянці',
    "Знам'янкою",
    'Соборній',
    'Маркса',
    'Криницю',
  ])('in every case and with any apostrophe: %s', (word) => {
    expect(names.has(word)).toBe(true);
  });

  test.each(['Чернівола', 'Знаминка', 'Сабору', 'Бор', 'Яри'])('not what only resembles them: %s', (word) => {
    expect(names.has(word)).toBe(false);
  });
});
