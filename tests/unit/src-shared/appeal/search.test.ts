import { describe, expect, test } from 'vitest';
import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import { isEmptySearch, searchScore, searchTerms } from '../../../../src-shared/appeal/search.ts';
import type { Applicant } from '../../../../src-shared/applicant/model.ts';
import { appealDocument } from '../../../../src-shared/find/document.ts';

const appeal = (text: string) =>
  ({
    number: 'ДН-2026-000123-7',
    text,
    place: { district: '', settlement: '', street: '' },
  }) as unknown as Appeal;
const person = (surname: string, phone: string | null = null) =>
  ({
    type: 'person',
    surname,
    givenName: 'Іван',
    patronymic: '',
    organisation: '',
    phone,
    address: { district: '', settlement: 'Зразкове', street: '' },
  }) as unknown as Applicant;

const finds = (query: string, text: string, who: Applicant | null = null) =>
  searchScore(searchTerms(query), appeal(text), who) > 0;

describe('search', () => {
  test.each(['петренко', 'ПЕТРЕНКО', 'Петр', 'Іван Петренко', 'петренко зразкове'])(
    '%s finds Петренко',
    (query) => {
      expect(finds(query, '', person('Петренко'))).toBe(true);
    },
  );

  const spellings = ["Лук'яненко", 'Лук’яненко', 'Лукʼяненко', 'Лук`яненко', 'Лукяненко', 'Лук’я\u0301ненко'];
  test.each(spellings.flatMap((stored) => spellings.map((typed) => [stored, typed] as const)))(
    'stored as %s, typed as %s: found',
    (stored, typed) => {
      expect(finds(typed, '', person(stored))).toBe(true);
      expect(finds(typed.toUpperCase(), `скаржиться ${stored}.`)).toBe(true);
    },
  );

  test('other cases of a word are found, exact ones weigh more', () => {
    expect(finds('опалення', 'вдома без опаленням')).toBe(true);
    expect(finds('вода', 'немає води')).toBe(true);
    const exact = searchScore(searchTerms('дорога'), appeal('розбита дорога'), null);
    const bent = searchScore(searchTerms('дорога'), appeal('на дорозі й дорогою'), null);
    expect(exact).toBeGreaterThan(bent);
    expect(bent).toBeGreaterThan(0);
  });

  test('ґ is found as г and composed as decomposed; ї, й, є stay what they are', () => {
    expect(finds('ганок', 'зламаний ґанок')).toBe(true);
    expect(finds('київська', 'вул. Київська'.normalize('NFD'))).toBe(true);
    expect(finds('їжак', 'іжак')).toBe(false);
  });

  test('who asked not to be named is found neither by name nor by where they live; the remark for colleagues by nobody', () => {
    const hidden = { ...appeal('яма на дорозі'), confidential: true, remark: 'скандалить' } as Appeal;
    const who = person('Петренко');
    const score = (query: string) => searchScore(searchTerms(query), hidden, who);
    const found = appealDocument(hidden, { ...who, address: { ...who.address, street: 'Прихована' } });
    expect(score('яма')).toBeGreaterThan(0);
    expect(found.body).toContain('яма');
    for (const word of ['петренко', 'зразкове', 'скандалить']) {
      expect(score(word)).toBe(0);
      expect(found.body).not.toContain(word);
    }
    expect(found).toMatchObject({ near: '' });
    expect(found.body).not.toContain('прихована');
  });

  test('every word must be found, as the beginning of a word and not within one', () => {
    expect(finds('вода світло', 'немає води')).toBe(false);
    expect(finds('рога', 'дорога')).toBe(false);
  });

  test.each(['+380 50 123-45-67', '0501234567', '050 123 45 67', '501234567', '1234567', '80501234567'])(
    'telephone as %s',
    (typed) => {
      expect(finds(typed, '', person('Петренко', '+380501234567'))).toBe(true);
      expect(finds(typed, '', person('Петренко', '+380679999999'))).toBe(false);
    },
  );

  test('nothing to search for is known as such', () => {
    expect(['', ' - ', '…'].map((text) => isEmptySearch(searchTerms(text)))).toEqual([true, true, true]);
  });
});
