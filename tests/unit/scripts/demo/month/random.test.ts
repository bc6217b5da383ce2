import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apportion } from '../../../../../scripts/demo/month/apportion.ts';
import { randomFrom } from '../../../../../scripts/demo/month/random.ts';

describe('seeded chance', () => {
  it('stays what it was in the first version, so that a month stays what it was', () => {
    const random = randomFrom(1);
    expect([random.next(), random.next(), random.next()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('keeps within what was asked', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, width) => {
        const random = randomFrom(seed);
        const value = random.int(low, low + width);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(low + width);
        expect(random.logNormal(190, 0.5)).toBeGreaterThan(0);
        expect(z.uuidv7().safeParse(random.uuid(1_790_000_000_000)).success).toBe(true);
        expect([...random.shuffled([1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4]);
        expect(random.weighted(['never', 'always'], (item) => (item === 'never' ? 0 : 1))).toBe('always');
      }),
    );
  });

  it('does not choose from nothing', () => {
    expect(() => randomFrom(1).pick([])).toThrow(RangeError);
  });
});

describe('sharing a number out', () => {
  it('loses and adds nothing, and stays within one of the fair share', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.nat(5000), weights, (total, shares) => {
        const parts = apportion(total, shares);
        const sum = shares.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (total * (shares[index] ?? 0)) / sum)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });
});
