import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLOCK_SIZE,
  INITIAL_HOLD,
  numbersToLease,
  yearsToHold,
} from '../../../../src-shared/number/lease.ts';

describe('lease of numbers', () => {
  it('gives a fresh workstation its first hold', () => {
    expect(numbersToLease(0, 0)).toBe(INITIAL_HOLD);
  });

  it('gives nothing while half of the hold is left, and refills below it', () => {
    expect(numbersToLease(INITIAL_HOLD / 2, 0)).toBe(0);
    expect(numbersToLease(INITIAL_HOLD / 2 - 1, 0)).toBeGreaterThan(0);
  });

  it('covers five days of the peak in whole blocks, never more than one block beyond', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(500), (free, peak) => {
        const hold = Math.max(INITIAL_HOLD, peak * 5);
        const lease = numbersToLease(free, peak);
        expect(lease % BLOCK_SIZE).toBe(0);
        if (free * 2 >= hold) {
          expect(lease).toBe(0);
        } else {
          expect(free + lease).toBeGreaterThanOrEqual(hold);
          expect(free + lease).toBeLessThan(hold + BLOCK_SIZE);
        }
      }),
    );
  });

  it('holds the next year from 15 December on', () => {
    expect(yearsToHold('2026-12-14')).toEqual([2026]);
    expect(yearsToHold('2026-12-15')).toEqual([2026, 2027]);
    expect(yearsToHold('2026-12-31')).toEqual([2026, 2027]);
    expect(yearsToHold('2027-01-01')).toEqual([2027]);
  });
});
