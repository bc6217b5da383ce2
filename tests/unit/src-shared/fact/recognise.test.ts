import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlaces } from '../../../../src-shared/directory/place.ts';
import type { Fact } from '../../../../src-shared/fact/model.ts';
import { factsIn } from '../../../../src-shared/fact/recognise.ts';

/** A Monday. */
const TODAY = '2026-11-30';
const read = (text: string) => factsIn(text, TODAY, shippedPlaces);
function said<K extends Fact['kind']>(text: string, kind: K) {
  return read(text).filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}

describe('telephones', () => {
  it.each([
    ['тел 050 123-45-67 дружина', '+380501234567', '050 123-45-67'],
    ['(050)1234567', '+380501234567', '(050)1234567'],
    ['+38 050 123 45 67', '+380501234567', '+38 050 123 45 67'],
    ['кв 5 0671234567', '+380671234567', '0671234567'],
    ['дзвонити 8 050 123 45 67 після 18', '+380501234567', '8 050 123 45 67'],
  ])('%s', (text, phone, where) => {
    const [found, ...more] = said(text, 'phone');
    expect(more).toEqual([]);
    expect(found?.phone).toBe(phone);
    expect(text.slice(found?.from, found?.to)).toBe(where);
  });

  it('two numbers are two', () => {
    expect(said('0501234567, 067 765 43 21', 'phone')).toHaveLength(2);
  });

  it.each(['30.11.2026', 'рахунок 123456789', 'ДН-26-0000123-4', 'будинок 12, квартира 34'])(
    'no telephone: %s',
    (text) => {
      expect(said(text, 'phone')).toEqual([]);
    },
  );
});

describe('streets', () => {
  it.each([
    ['вул. Паркова, 12', 'вул. Паркова', '12', ''],
    ['вул паркова 12а кв 5', 'вул. Паркова', '12а', '5'],
    ['вул. Лесі Українки, буд. 7/2, кв. 14', 'вул. Лесі Українки', '7/2', '14'],
    ['на вулиці Парковій немає води', 'вул. Паркова', '', ''],
    ['живе на вулиці Верхній 3', 'вул. Верхня', '3', ''],
    ['яма на вулиці Шевченка, біля школи', 'вул. Шевченка', '', ''],
    ['вул. 8 Березня 4', 'вул. 8 Березня', '4', ''],
    ['проспект Перемоги 20', 'просп. Перемоги', '20', ''],
    ['у провулку Тихому 6', 'пров. Тихий', '6', ''],
    ['ул. Парковая, д. 12, кв. 3', 'ул. Парковая', '12', '3'],
    ['на улице Парковой темно', 'ул. Парковая', '', ''],
    ['вул. Садова 12 і 14', 'вул. Садова', '12', ''],
    ['вул. Садова 11-25', 'вул. Садова', '', ''],
    ['вул. тиха, темно', 'вул. Тиха', '', ''],
  ])('%s', (text, street, building, flat) => {
    expect(said(text, 'street')).toMatchObject([{ street, building, flat }]);
  });

  it.each([
    'вулиця темна вже тиждень',
    'вул.',
    'звернення на цій вулиці сьогодні, усього два',
    'на вулиці холодно і слизько',
    'культура 12',
    'пулемет Парк 3',
  ])('not sure enough: %s', (text) => {
    expect(said(text, 'street')).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['Шевченко Марія Іванівна', 'Шевченко', 'Марія', 'Іванівна'],
    ['дзвонить Марія Іванівна Шевченко, пенсіонерка', 'Шевченко', 'Марія', 'Іванівна'],
    ['Дзвонила Марія Іванівна', '', 'Марія', 'Іванівна'],
    ['шевченко марія іванівна', 'Шевченко', 'Марія', 'Іванівна'],
    ['заявник коваль олег петрович просить світла', 'Коваль', 'Олег', 'Петрович'],
    ['Романович Олег Петрович', 'Романович', 'Олег', 'Петрович'],
    ['Нечуй-Левицький Іван Семенович', 'Нечуй-Левицький', 'Іван', 'Семенович'],
    ['Петрова Анна Сергеевна', 'Петрова', 'Анна', 'Сергеевна'],
  ])('%s', (text, surname, givenName, patronymic) => {
    expect(said(text, 'name')).toMatchObject([{ surname, givenName, patronymic }]);
  });

  it.each(['сусід олег петрович шумить', 'прийшла Марія', 'Петрович', 'вулиця Юрія Петровича'])(
    'not sure enough: %s',
    (text) => {
      expect(said(text, 'name')).toEqual([]);
    },
  );
});

describe('settlements', () => {
  const codeOf = (name: string) => shippedPlaces.find(({ uk }) => uk === name)?.code;
  it.each([
    ['Краматорськ, немає води', 'Краматорськ'],
    ['у Краматорську немає води', 'Краматорськ'],
    ["м. Слов'янськ", 'Слов’янськ'],
    ['дзвонить зі Слов’янська', 'Слов’янськ'],
  ])('%s', (text, name) => {
    expect(codeOf(name)).toBeDefined();
    expect(said(text, 'place')).toMatchObject([{ code: codeOf(name) }]);
  });

  it.each(['вул. Краматорська 5', 'краматорський завод', 'завод у Краматорському районі'])(
    'no settlement: %s',
    (text) => {
      expect(said(text, 'place')).toEqual([]);
    },
  );
});

describe('days told by the day of the call', () => {
  it.each([
    ['води немає від учора', '2026-11-29'],
    ['позавчора', '2026-11-28'],
    ['з понеділка', '2026-11-23'],
    ['з п’ятниці немає світла', '2026-11-27'],
    ['минулої середи приїздили', '2026-11-25'],
    ['3 дні тому', '2026-11-27'],
    ['тиждень тому', '2026-11-23'],
    ['обіцяли завтра', '2026-12-01'],
    ['со среды нет света', '2026-11-25'],
  ])('%s', (text, day) => {
    expect(said(text, 'day')).toMatchObject([{ day }]);
  });

  it.each(['сьогодні', 'вчора (29.11.2026)', 'у понеділок прийдуть', 'завтрашній'])(
    'nothing to add: %s',
    (text) => {
      expect(said(text, 'day')).toEqual([]);
    },
  );
});

it('every fact stands in the text it was read from, whatever the text', () => {
  const words = fc.constantFrom(
    ...[
      'вул.',
      'Паркова',
      '12',
      'кв',
      '5',
      '0501234567',
      'вчора',
      'Марія',
      'Іванівна',
      '\n',
      ',',
      'у',
      '(',
      '{',
    ],
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const text = parts.join(' ');
      for (const { from, to } of read(text)) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

it('what was read before is what would be read again, wherever the line stands now', () => {
  const lines = fc.array(
    fc.constantFrom(
      'вул. Паркова 12',
      'вчора',
      '0501234567',
      'Марія Іванівна',
      '',
      'у Краматорську',
      'дзвонити',
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 6 }), (texts) => {
      const before = new Map();
      for (const text of texts.map((parts) => parts.join('\n'))) {
        expect(factsIn(text, TODAY, shippedPlaces, before)).toEqual(read(text));
      }
    }),
  );
});
