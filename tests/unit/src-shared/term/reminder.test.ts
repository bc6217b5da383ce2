import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../../src-shared/term/calendar.ts';
import { reminderStep, stepKey } from '../../../../src-shared/term/reminder.ts';

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
