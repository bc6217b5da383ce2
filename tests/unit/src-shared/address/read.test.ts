import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addressKey, readAddress, settlementKey } from '../../../../src-shared/address/read.ts';
import type { Address } from '../../../../src-shared/applicant/model.ts';
import { placeNamed, shippedPlaces } from '../../../../src-shared/directory/place.ts';

const at = (street: string, over: Partial<Address> = {}): Address => ({
  ...{ district: '', settlement: 'м. Краматорськ', street },
  ...over,
});

describe('the one reading of an address', () => {
  const whole = { settlement: 'краматорськ', street: 'садова', building: '12а', flat: '5' };
  it.each([
    at('вул. Садова, буд. 12-А, кв. 5'),
    at('Садова 12А 5', { settlement: 'КРАМАТОРСЬК' }),
    at('улица Садова', { building: '12-а', flat: '5' }),
  ])('%o', (address) => {
    expect(readAddress(address)).toEqual(whole);
  });

  it('a street named by a number keeps it, its house is the next number', () => {
    expect(readAddress(at('вул. 1 Травня, 5, кв. 7'))).toMatchObject({
      ...{ street: '1 травня', building: '5', flat: '7' },
    });
    expect(readAddress(at('1 Травня'))).toMatchObject({ street: '1 травня', building: '' });
  });

  it('what was not said is empty, an address without a street is no key', () => {
    expect(readAddress(at(''))).toMatchObject({ street: '', building: '', flat: '' });
    expect(addressKey(at(''))).toBe('');
    expect(addressKey(at('Садова 3', { settlementCode: 'UA1' }))).toBe('UA1 садова 3');
  });

  it('reading twice is reading once', () => {
    const address = fc.record({
      district: fc.constant(''),
      settlement: fc.constantFrom('м. Лиман', 'Лиман', 'с. Ямпіль', ''),
      street: fc.constantFrom('вул. Садова, 12-А, кв. 3', 'Садова', '1 Травня 3', 'просп. Миру 4', ''),
    });
    fc.assert(
      fc.property(address, (said) => {
        const read = readAddress(said);
        expect(readAddress({ ...said, ...read })).toEqual(read);
      }),
    );
  });
});

test('a settlement is the same with its kind and without it', () => {
  expect(settlementKey('м. Краматорськ')).toBe(settlementKey('КРАМАТОРСЬК'));
  expect(settlementKey('село')).toBe('село');
  expect(placeNamed(shippedPlaces, 'г. Краматорск')?.uk).toBe('Краматорськ');
});
