import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArea } from '../../../../src-shared/announcement/area.ts';
import { cardPlace, fitOf } from '../../../../src-shared/announcement/fit.ts';
import { isAmong, streetHouses } from '../../../../src-shared/announcement/houses.ts';
import { type Area, phaseOf } from '../../../../src-shared/announcement/model.ts';
import type { Address } from '../../../../src-shared/applicant/model.ts';

const WATER = '03.01';
const at = (part: Partial<Address>): Address => ({ district: '', settlement: '', street: '', ...part });
const area = (part: Partial<Area>): Area => ({ district: '', settlement: '', streets: [], ...part });
const fitTo = (areas: readonly Area[], card: ReturnType<typeof cardPlace>) =>
  fitOf({ topics: [WATER], areas: areas.map(readArea) }, card);
const fits = (areas: readonly Area[], address: Address, topic = WATER, notes = '') =>
  fitTo(areas, cardPlace(topic, [address], notes));

const bakhmut = { district: 'bakhmut', settlement: 'Бахмут' };
const onGarden = [area({ ...bakhmut, streets: ['вул. Садова 1-25, 30', 'Житня'] })];

describe('an announcement concerns the card', () => {
  test('when the street, the settlement or the district of the card lies in it', () => {
    expect(fits(onGarden, at({ ...bakhmut, street: 'Садова', building: '7' }))).toBe('inside');
    expect(fits(onGarden, at({ ...bakhmut, street: 'ул. житня 118' }))).toBe('inside');
    expect(fits(onGarden, at({ ...bakhmut, street: 'вул. Садова, буд. 7', building: '' }))).toBe('inside');
    expect(fits([area(bakhmut)], at({ ...bakhmut, street: 'Миру' }))).toBe('inside');
    expect(fits([area({ district: 'bakhmut' })], at({ district: 'bakhmut', settlement: 'Соледар' }))).toBe(
      'inside',
    );
  });

  test('and not when the house, the street, the settlement or the district is another', () => {
    expect(fits(onGarden, at({ ...bakhmut, street: 'Садова', building: '27' }))).toBeNull();
    expect(fits(onGarden, at({ ...bakhmut, street: 'Миру' }))).toBeNull();
    expect(fits(onGarden, at({ ...bakhmut, settlement: 'Соледар', street: 'Садова' }))).toBeNull();
    expect(fits([area({ district: 'bakhmut' })], at({ district: 'volnovakha' }))).toBeNull();
  });

  test('the house is asked for while the caller has named the street alone, the street while only the settlement', () => {
    expect(fits(onGarden, at({ ...bakhmut, street: 'Садова' }))).toBe('ask');
    expect(fits(onGarden, at(bakhmut))).toBe('ask');
    expect(fits(onGarden, at(bakhmut), '')).toBe('ask');
  });

  test('without a word of the place the topic alone asks for it; the topic beside it does not', () => {
    expect(fits(onGarden, at({}))).toBe('ask');
    expect(fitTo(onGarden, cardPlace(WATER, [], ''))).toBe('ask');
    expect(fits(onGarden, at({}), '03.02')).toBeNull();
    expect(fits(onGarden, at({}), '')).toBeNull();
  });

  test('another matter in the same place is silent; one of the same group is said', () => {
    const here = at({ ...bakhmut, street: 'Житня' });
    expect(fits(onGarden, here, '08.01')).toBeNull();
    expect(fits(onGarden, here, '03.02')).toBe('inside');
    expect(fits(onGarden, here, '')).toBe('inside');
  });

  test('what holds everywhere is said once the topic is known', () => {
    expect(fits([], at(bakhmut))).toBe('inside');
    expect(fits([], at({}))).toBe('inside');
    expect(fits([], at(bakhmut), '')).toBeNull();
  });

  test('a street that is named in the notes alone is asked about, unless another house of it is', () => {
    const noted = (notes: string, topic = '') => fits(onGarden, at({}), topic, notes);
    expect(noted('немає води на Садовій')).toBe('ask');
    expect(noted('на житней улице нет воды', WATER)).toBe('ask');
    expect(noted('вул. Садова, будинок 7')).toBe('ask');
    expect(noted('Садова 27')).toBeNull();
    expect(noted('посадили дерева')).toBeNull();
    expect(noted('на Садовій', '08.01')).toBeNull();
    expect(fits(onGarden, at({ ...bakhmut, street: 'Миру' }), WATER, 'а на Садовій є')).toBeNull();
  });

  test('a street under any of its names counts', () => {
    const addresses = ['Леніна', 'Соборна'].map((street) => at({ ...bakhmut, street, building: '4' }));
    const areas = [area({ ...bakhmut, streets: ['Соборна 2-10'] })];
    expect(fitTo(areas, cardPlace(WATER, addresses, ''))).toBe('inside');
  });

  test('of several places the nearest says how near it is', () => {
    const areas = [area({ ...bakhmut, streets: ['Садова'] }), area({ district: 'bakhmut', settlement: '' })];
    expect(fits(areas, at(bakhmut))).toBe('inside');
  });
});

describe('a line of a list of streets', () => {
  test.each([
    ['вул. Садова', 'вул. Садова', []],
    ['вул. Садова 1-25, 30, 32А', 'вул. Садова', ['1-25', '30', '32А']],
    ['Садова, буд. 7', 'Садова', ['7']],
    ['Садова 1 – 25', 'Садова', ['1-25']],
    ['1 Травня', '1 Травня', []],
    ['1 Травня 5', '1 Травня', ['5']],
    ['вул. 8 Березня, 3/1', 'вул. 8 Березня', ['3/1']],
    ['просп. Миру №12-А', 'просп. Миру', ['12-А']],
  ])('%s', (line, street, houses) => {
    expect(streetHouses(line)).toEqual({ street, houses, side: null });
  });

  test('one side of a street, in both languages', () => {
    expect(streetHouses('Садова 1-25 (непарна сторона)')).toEqual({
      street: 'Садова',
      houses: ['1-25'],
      side: 'odd',
    });
    expect(streetHouses('Sadova 1-25 odd').side).toBe('odd');
    expect(streetHouses('Садова, четные')).toEqual({ street: 'Садова', houses: [], side: 'even' });
  });

  test('a range holds exactly its numbers, with any letter; a block of a house is no range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('', 'а', '-Б', '/2'),
        (first, wide, house, letter) => {
          const houses = [`${first}-${first + wide}`];
          const isIn = house >= first && house <= first + wide;
          expect(isAmong(`${house}${letter}`, { houses, side: null })).toBe(isIn);
        },
      ),
    );
    expect(isAmong('12-3', { houses: ['12-3'], side: null })).toBe(true);
    expect(isAmong('12а', { houses: ['12-А'], side: null })).toBe(true);
    expect(isAmong('12', { houses: ['12-А'], side: null })).toBe(false);
    expect(isAmong('8', { houses: ['1-25'], side: 'odd' })).toBe(false);
    expect(isAmong('', { houses: ['1-25'], side: null })).toBeNull();
    expect(isAmong('', { houses: [], side: null })).toBe(true);
  });
});

test('an announcement is ahead, holds, is over; a withdrawn one is none of it', () => {
  const times = { from: '2026-11-25T06:00:00.000Z', until: '2026-11-25T16:00:00.000Z' };
  const phase = (hour: string, state: 'published' | 'withdrawn' = 'published') =>
    phaseOf({ ...times, state }, `2026-11-25T${hour}:00.000Z`);
  expect([phase('05:59'), phase('06:00'), phase('15:59'), phase('16:00')]).toEqual([
    'ahead',
    'now',
    'now',
    'over',
  ]);
  expect(phase('10:00', 'withdrawn')).toBe('withdrawn');
});
