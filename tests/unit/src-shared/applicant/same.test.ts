import { describe, expect, test } from 'vitest';
import type { ApplicantCard } from '../../../../src-shared/applicant/model.ts';
import { distance, sameness } from '../../../../src-shared/applicant/same.ts';
import { aPerson } from '../builders.ts';

const person = (surname: string, givenName: string, over: Partial<ApplicantCard> = {}) =>
  aPerson({ surname, givenName, patronymic: '', phone: null, address: nowhere, ...over });
const nowhere = { district: '', settlement: '', street: '' };
const phone = '+380501234567';
const home = { district: '', settlement: 'Краматорськ', street: 'вул. Садова', building: '1' };

describe('cards of one person', () => {
  test.each([
    ["Лук'яненко", 'Лук’яненко'],
    ["Лук'яненко", 'Лукʼяненко'],
    ["Лук'яненко", 'Лукяненко'],
    ['Сергієнко', 'Сергиенко'],
    ['Ґудзь', 'Гудзь'],
    ['Shevchenko', 'Шевченко'],
  ])('%s and %s are one spelling', (a, b) => {
    const same = sameness(person(a, 'Марія', { phone }), person(b, 'Марія', { phone }));
    expect(same).toEqual({ level: 'sure', reasons: ['phone', 'name'] });
  });

  test('a slip of the pen with the same number is likely, without anything else a hint', () => {
    const typed = person('Гончаренко', 'Марія', { phone });
    expect(sameness(typed, person('Гочнаренко', 'Марія', { phone }))?.level).toBe('likely');
    expect(sameness(typed, person('Гочнаренко', 'Марія'))?.level).toBe('hint');
  });

  test('names in another order are the same', () => {
    const same = sameness(person('Марія', 'Гончаренко', { phone }), person('Гончаренко', 'Марія', { phone }));
    expect(same?.level).toBe('sure');
  });

  test('a household with one number and one surname is not one person', () => {
    const mother = person('Гончаренко', 'Марія', { phone, address: home });
    expect(sameness(mother, person('Гончаренко', 'Петро', { phone, address: home }))).toBeNull();
  });

  test('a card with half a name and the same number is likely; without the number it says nothing', () => {
    const whole = person('Гончаренко', 'Марія', { phone });
    expect(sameness(whole, person('', 'Марія', { phone }))?.level).toBe('likely');
    expect(sameness(whole, person('', 'Марія'))).toBeNull();
  });

  test('a shared number alone, or no name at all, says nothing', () => {
    expect(sameness(person('', '', { phone }), person('', '', { phone }))).toBeNull();
    expect(sameness(person('Гончаренко', 'Марія', { phone }), person('Ткач', 'Іван', { phone }))).toBeNull();
  });

  test('a further number and an address written otherwise count as well', () => {
    const other = { phone: '+380671112233', phones: [{ phone, answeredBy: '', notAfter: null }] } as const;
    const a = person('Ткач', 'Іван', { phone, address: home });
    const b = person('Ткач', 'Іван', {
      ...other,
      phones: [...other.phones],
      address: { ...nowhere, settlement: 'краматорськ', street: 'Садова, 1' },
    });
    expect(sameness(a, b)).toEqual({ level: 'sure', reasons: ['phone', 'name', 'address'] });
  });
});

test.each([
  ['кіт', 'кіт', 0],
  ['кіт', 'кит', 1],
  ['ткач', 'ктач', 1],
  ['ткач', 'ткаченко', 3],
])('from %s to %s there are %i slips, counted to the limit', (a, b, slips) => {
  expect(distance(a, b, 2)).toBe(slips);
});
