import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, unsentTone } from '../../../../src-shared/sync/unsent.ts';

const HOUR = 3600_000;

describe('unsent work of an age', () => {
  it.each([
    [0, 'calm'],
    [HOUR - 1, 'calm'],
    [HOUR, 'warn'],
    [8 * HOUR - 1, 'warn'],
    [8 * HOUR, 'alarm'],
    [400 * HOUR, 'alarm'],
  ] as const)('%d ms by the usual limits is %s', (age, tone) => {
    expect(unsentTone(age, DEFAULT_LIMITS)).toBe(tone);
  });

  it('goes by the limits the centre has set', () => {
    const strict = { calmMinutes: 5, warnMinutes: 10 };
    expect(unsentTone(4 * 60_000, strict)).toBe('calm');
    expect(unsentTone(6 * 60_000, strict)).toBe('warn');
    expect(unsentTone(11 * 60_000, strict)).toBe('alarm');
  });

  it('is not calm again beyond an alarm that lies below the reminder', () => {
    expect(unsentTone(6 * HOUR, { calmMinutes: 120, warnMinutes: 60 })).toBe('alarm');
  });
});
