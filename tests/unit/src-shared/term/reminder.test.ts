import { describe, expect, it } from 'vitest';
import { addDays, CALENDAR, dayOff } from '../../../../src-shared/term/calendar.ts';
import { lastTold, reminderStep, stepKey } from '../../../../src-shared/term/reminder.ts';

describe('steps of reminding', () => {
  it.each([
    ['2026-12-25', '2026-12-11', { kind: 'before', step: 10 }],
    ['2026-12-25', '2026-12-10', null],
    ['2026-12-25', '2026-12-22', { kind: 'before', step: 3 }],
    // Back from two days away: the step of three days is told with two left.
    ['2026-12-25', '2026-12-23', { kind: 'before', step: 3 }],
    ['2026-12-25', '2026-12-24', { kind: 'before', step: 1 }],
    ['2026-12-25', '2026-12-25', { kind: 'today' }],
    ['2026-12-25', '2026-12-26', { kind: 'overdue' }],
    // What ends on a Monday is told of on Friday.
    ['2026-12-28', '2026-12-25', { kind: 'before', step: 1 }],
  ])('a term to %s is on %s at %o', (due, today, step) => {
    expect(reminderStep(due, today, CALENDAR)).toEqual(step);
  });

  it.each(['2026-11-25', '2026-12-11', '2026-12-26', '2027-04-30'])(
    'on %s nothing behind the last day told of has come to a step',
    (today) => {
      const calendar = { ...CALENDAR, martialLaw: [] };
      const last = lastTold(today, calendar);
      expect(reminderStep(last, today, calendar)).not.toBeNull();
      for (let day = 1; day < 40; day += 1) {
        const due = addDays(last, day);
        // A term ends on working days alone.
        if (dayOff(due, calendar) === null) expect(reminderStep(due, today, calendar)).toBeNull();
      }
    },
  );

  it('a moved end is told of anew, what is over each day', () => {
    const over = { kind: 'overdue' } as const;
    const keys = [
      stepKey('a', '2026-12-25', '2026-12-26', over),
      stepKey('a', '2026-12-25', '2026-12-27', over),
      stepKey('a', '2026-12-25', '2026-12-22', { kind: 'before', step: 3 }),
      stepKey('a', '2026-12-28', '2026-12-22', { kind: 'before', step: 3 }),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});
