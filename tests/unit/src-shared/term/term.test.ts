import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { legalDay } from '../../../../src-shared/clock.ts';
import { CALENDAR, type Calendar, dayOff } from '../../../../src-shared/term/calendar.ts';
import {
  daysLeft,
  isOfMoments,
  isOverdue,
  ruleOn,
  TermId,
  termOf,
} from '../../../../src-shared/term/term.ts';
import type { RuleVersion } from '../../../../src-shared/term/workCalendar.ts';

const PEACE: Calendar = { ...CALENDAR, martialLaw: [] };

describe('terms of the law on appeals', () => {
  it.each([
    ['appeal_general', '2026-11-25', '2026-12-25'],
    ['appeal_simple', '2026-11-25', '2026-12-10'],
    ['appeal_extended_total', '2026-11-25', '2027-01-11'],
    ['forward_by_competence', '2026-11-25', '2026-11-30'],
    ['return_nonconforming', '2026-11-25', '2026-12-07'],
    ['appeal_general', '2026-01-30', '2026-03-02'],
    ['appeal_general', '2026-01-31', '2026-03-02'],
    ['appeal_general', '2028-01-31', '2028-02-29'],
  ] as const)('%s of what came on %s ends on %s', (id, received, due) => {
    expect(termOf(id, received).due).toBe(due);
  });

  it('says why: what was counted, what it was moved over, what is worked on under martial law', () => {
    expect(termOf('appeal_general', '2026-01-30')).toMatchObject({
      counted: '2026-02-28',
      isMonthShort: true,
      movedOver: [
        { day: '2026-02-28', off: { kind: 'weekend' } },
        { day: '2026-03-01', off: { kind: 'weekend' } },
      ],
      control: '2026-02-27',
    });
    expect(termOf('appeal_general', '2026-11-25')).toMatchObject({
      counted: '2026-12-25',
      isMonthShort: false,
      movedOver: [],
      workedHoliday: 'christmas',
      control: '2026-12-25',
    });
    const peace = termOf('appeal_general', '2026-11-25', PEACE);
    expect(peace).toMatchObject({ due: '2026-12-28', control: '2026-12-24', workedHoliday: null });
    expect(peace.movedOver.map(({ off }) => off.kind)).toEqual(['holiday', 'weekend', 'weekend']);
  });

  it('asks day by day whether martial law lasts: a term that outlives it sees the holidays', () => {
    const ends = (to: string): Calendar => ({ ...CALENDAR, martialLaw: [{ from: '2022-03-24', to }] });
    expect(termOf('appeal_general', '2026-11-25', ends('2026-12-24')).due).toBe('2026-12-28');
    expect(termOf('appeal_general', '2026-11-25', ends('2026-12-25')).due).toBe('2026-12-25');
  });

  it('takes the rule of the day of receipt: a new law counts for what came after it', () => {
    const rule = (from: string | null, to: string | null, days: number): RuleVersion => ({
      ...{ id: 'appeal_simple', from, to, months: null, days, hours: null, minutes: null },
      ...{ unit: 'calendar', movesOn: true, act: 'appeals', article: '20' },
    });
    const calendar = { ...PEACE, rules: [rule(null, '2026-12-31', 15), rule('2027-01-01', null, 10)] };
    expect(termOf('appeal_simple', '2026-12-31', calendar).rule.days).toBe(15);
    expect(termOf('appeal_simple', '2027-01-01', calendar).rule.days).toBe(10);
    expect(() => termOf('appeal_general', '2027-01-01', calendar)).toThrow(RangeError);
  });

  it('is over from the day after the last one', () => {
    const term = termOf('appeal_general', '2026-11-25');
    expect([isOverdue(term, '2026-12-25'), isOverdue(term, '2026-12-26')]).toEqual([false, true]);
    expect([daysLeft(term, '2026-12-15'), daysLeft(term, '2026-12-26')]).toEqual([10, -1]);
  });

  it('begins with the Kyiv day of the call, also in the night the clock changes', () => {
    // 25 October 2026: 03:30 comes twice; 23:50 on 31 March belongs to March.
    const nights = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-03-31T20:50:00Z'];
    const received = nights.map((at) => legalDay(Date.parse(at)));
    expect(received).toEqual(['2026-10-25', '2026-10-25', '2026-03-31']);
    expect(received.map((day) => termOf('appeal_general', day).due)).toEqual([
      '2026-11-25',
      '2026-11-25',
      '2026-04-30',
    ]);
  });
});

const someDay = fc
  .tuple(fc.integer({ min: 2024, max: 2060 }), fc.integer({ min: 0, max: 365 }))
  .map(([year, days]) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days }).toString());
/** Terms of the law on appeals that end on a day: calendar days or months, moved over days off. */
const LAWFUL: readonly TermId[] = TermId.options.filter((id) => {
  const rule = ruleOn(id, '2026-11-25', CALENDAR);
  return rule !== undefined && !isOfMoments(rule) && rule.unit === 'calendar' && rule.movesOn;
});
const someTerm = fc.constantFrom(...LAWFUL);
const someCalendar = fc.constantFrom(CALENDAR, PEACE, {
  ...CALENDAR,
  martialLaw: [{ from: '2022-03-24', to: '2030-06-15' }],
});

describe('any term', () => {
  it('ends on a working day, the first one not before what was counted; control on the last one not after it', () => {
    fc.assert(
      fc.property(someTerm, someDay, someCalendar, (id, received, calendar) => {
        const term = termOf(id, received, calendar);
        expect(dayOff(term.due, calendar)).toBeNull();
        expect(dayOff(term.control, calendar)).toBeNull();
        expect(term.control <= term.counted && term.counted <= term.due).toBe(true);
        expect(daysLeft(term, term.counted)).toBe(term.movedOver.length);
        for (const { day } of term.movedOver) expect(dayOff(day, calendar)).not.toBeNull();
      }),
    );
  });

  it('is counted in whole days: exactly so many, or the same number of the next month or its last day', () => {
    fc.assert(
      fc.property(someTerm, someDay, (id, received) => {
        const { counted, rule, isMonthShort } = termOf(id, received);
        const [start, end] = [Temporal.PlainDate.from(received), Temporal.PlainDate.from(counted)];
        if (rule.days === null) {
          expect((end.year - start.year) * 12 + end.month - start.month).toBe(rule.months);
          expect(end.day).toBe(isMonthShort ? end.daysInMonth : start.day);
        } else {
          expect(start.until(end).days).toBe(rule.days);
        }
      }),
    );
  });

  it('never ends earlier for what came later', () => {
    fc.assert(
      fc.property(someTerm, someDay, someCalendar, (id, received, calendar) => {
        const next = Temporal.PlainDate.from(received).add({ days: 1 }).toString();
        expect(termOf(id, next, calendar).due >= termOf(id, received, calendar).due).toBe(true);
      }),
    );
  });

  it('has one rule for every day', () => {
    for (const id of TermId.options)
      expect(CALENDAR.rules.filter((rule) => rule.id === id)).toMatchObject([{ from: null, to: null }]);
  });
});
