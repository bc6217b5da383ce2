import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../../../src-shared/applicant/model.ts';
import { nearness } from '../../../../src-shared/similar/place.ts';

const at = (street: string, over: Partial<Address> = {}): Address => ({
  district: '',
  settlement: 'Краматорськ',
  street,
  ...over,
});

describe('how near two places are', () => {
  it.each([
    ['вул. Садова, 12', 'Садова 12'],
    ['вулиця Садова, буд. 12-А', 'САДОВА, 12А'],
    ['ул. Садова, д. 12', 'Садова, 12'],
    ['просп. Миру, 4, кв. 17', 'проспект Миру 4'],
    ["вул. Об'їзна, 3", 'Об’їзна 3'],
  ])('%s and %s are one building', (a, b) => {
    expect(nearness(at(a), at(b))).toBe('building');
  });

  it('a house of its own field is the one written in the street', () => {
    expect(nearness(at('Садова', { building: '12-А' }), at('вул. Садова, 12А'))).toBe('building');
  });

  it('another house of the street, or none said, is the street', () => {
    expect(nearness(at('Садова, 12'), at('Садова, 14'))).toBe('street');
    expect(nearness(at('Садова'), at('вул. Садова, 14'))).toBe('street');
  });

  it('a street named by a number keeps it', () => {
    expect(nearness(at('вул. 1 Травня, 5'), at('вул. 9 Травня, 5'))).toBe('settlement');
    expect(nearness(at('вул. 1 Травня'), at('1 Травня'))).toBe('street');
  });

  it('other streets of one settlement are near, other settlements are not', () => {
    expect(nearness(at('Садова'), at('Паркова'))).toBe('settlement');
    expect(nearness(at('Садова'), at('Садова', { settlement: 'Бахмут' }))).toBeNull();
    expect(nearness(at(''), at('', { settlement: '' }))).toBeNull();
  });

  it('villages of one name in different districts are different places', () => {
    const one = at('Степова', { settlement: 'Новоселівка', district: 'UA14120000000070232' });
    const other = at('Степова', { settlement: 'с. Новоселівка', district: 'UA14160000000061982' });
    expect(nearness(one, other)).toBeNull();
    expect(nearness(one, { ...other, district: '' })).toBe('street');
    const coded = { ...one, district: '', settlementCode: 'A' };
    expect(nearness(coded, { ...coded, settlementCode: 'B' })).toBeNull();
  });

  it('does not depend on the order, and any place with a settlement is near itself', () => {
    const address = fc.record({
      district: fc.constantFrom('', 'UA14120000000070232'),
      settlement: fc.constantFrom('Краматорськ', 'м. Краматорськ', 'Бахмут'),
      street: fc.constantFrom('', 'Садова', 'вул. Садова, 1', 'Садова 1', '1 Травня 3'),
    });
    fc.assert(
      fc.property(address, address, (a, b) => {
        expect(nearness(a, b)).toBe(nearness(b, a));
        expect(nearness(a, a)).not.toBeNull();
      }),
    );
  });
});
