import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR, type Calendar, dayOff } from '../../../../src-shared/term/calendar.ts';
import { isOfMoments, TermId, termBy, termOf } from '../../../../src-shared/term/term.ts';
import { walkDays, walkTerm } from './walkedCalendar.ts';

const PERIODS = {
  peace: [],
  always: [{ from: '2012-01-01', to: '2040-01-01' }],
  inTheMiddle: [{ from: '2022-03-24', to: '2030-06-15' }],
  twice: [
    { from: '2014-03-08', to: '2014-12-25' },
    { from: '2022-03-24', to: '2027-05-02' },
  ],
} as const;

const worlds = Object.entries(PERIODS).map(([name, periods]) => {
  const calendar: Calendar = { ...CALENDAR, martialLaw: periods.map((period) => ({ ...period })) };
  return { name, calendar, days: walkDays([...periods]) };
});
const someWorld = fc.constantFrom(...worlds);
/** 2012 to 2035. */
const someDay = fc
  .integer({ min: 0, max: 8765 })
  .map((days) => new Date(Date.UTC(2012, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const inDays = TermId.options.filter((id) => {
  const rule = CALENDAR.rules.find((version) => version.id === id);
  return rule !== undefined && !isOfMoments(rule) && (rule.months ?? 0) < 12;
});

describe('the calendar against one that is walked day after day', () => {
  it.each(worlds)('has the same days off from 2012 to 2036: $name', ({ calendar, days }) => {
    const other = days.filter(({ day, isOff }) => day < '2037' && isOff !== (dayOff(day, calendar) !== null));
    expect(other).toEqual([]);
  });

  it('ends every term of the law on the same day', () => {
    fc.assert(
      fc.property(someWorld, fc.constantFrom(...inDays), someDay, ({ calendar, days }, id, received) => {
        const { due, control, rule } = termOf(id, received, calendar);
        expect({ due, control }).toEqual(walkTerm(days, received, rule));
      }),
      { numRuns: 2000 },
    );
  });

  it('ends any term on the same day, whatever its amount and unit', () => {
    const someRule = fc.record({
      months: fc.option(fc.integer({ min: 1, max: 14 })),
      days: fc.integer({ min: 0, max: 60 }),
      unit: fc.constantFrom('calendar', 'working'),
      movesOn: fc.boolean(),
    });
    fc.assert(
      fc.property(someWorld, someRule, someDay, ({ calendar, days }, said, received) => {
        const amount = { ...said, days: said.months === null ? said.days : null };
        const whole = { id: 'x', from: null, to: null, hours: null, minutes: null, article: '' };
        const { due, control } = termBy({ ...whole, ...amount, act: 'house' }, received, calendar);
        expect({ due, control }).toEqual(walkTerm(days, received, amount));
      }),
      { numRuns: 2000 },
    );
  });
});
