import { describe, expect, it } from 'vitest';
import { dueInstant, isTomorrowOff } from '../../../../src-shared/promise/dueTime.ts';
import { CALENDAR } from '../../../../src-shared/term/calendar.ts';
import { NOON } from '../builders.ts';

describe('a time that is promised', () => {
  it.each([
    ['quarter', '2026-11-25T10:15:00.000Z'],
    ['hour', '2026-11-25T11:00:00.000Z'],
    ['today', '2026-11-25T14:30:00.000Z'],
    ['tomorrow', '2026-11-26T07:00:00.000Z'],
  ] as const)('%s at noon of Kyiv is %s', (choice, instant) => {
    expect(dueInstant(choice, NOON)).toBe(instant);
  });

  it('is not the end of a day that is over', () => {
    expect(dueInstant('today', Date.UTC(2026, 10, 25, 14, 31))).toBeNull();
  });

  it('is not promised for a day on which nobody answers', () => {
    // Friday 27 November 2026, then Saturday and Sunday: Monday morning.
    const monday = '2026-11-30T07:00:00.000Z';
    for (const day of [27, 28, 29]) {
      const noon = Date.UTC(2026, 10, day, 10);
      expect(dueInstant('tomorrow', noon)).toBe(monday);
      expect(isTomorrowOff(noon)).toBe(day !== 29);
      expect(dueInstant('today', noon) === null).toBe(day !== 27);
    }
  });

  it('goes by the region’s own days off', () => {
    const moved = [
      { day: '2026-11-27', isWorking: false, reason: 'наказ' },
      { day: '2026-11-28', isWorking: true, reason: 'наказ' },
    ];
    const calendar = { ...CALENDAR, days: moved };
    // Thursday: Friday is off by order, Saturday is worked on instead.
    expect(dueInstant('tomorrow', Date.UTC(2026, 10, 26, 10), calendar)).toBe('2026-11-28T07:00:00.000Z');
    // A line that answers on Sundays, too.
    const sundays = { ...CALENDAR, hours: { ...CALENDAR.hours, weekdays: [1, 2, 3, 4, 5, 7] } };
    expect(dueInstant('tomorrow', Date.UTC(2026, 10, 27, 10), sundays)).toBe('2026-11-29T07:00:00.000Z');
  });

  it('is nine in the morning on both sides of the clock change', () => {
    // On the night of Sunday 25 October 2026 summer time ends: 9:00 is 7:00 UTC after it, 6:00 before.
    expect(dueInstant('tomorrow', Date.UTC(2026, 9, 22, 12))).toBe('2026-10-23T06:00:00.000Z');
    expect(dueInstant('tomorrow', Date.UTC(2026, 9, 23, 12))).toBe('2026-10-26T07:00:00.000Z');
  });
});
