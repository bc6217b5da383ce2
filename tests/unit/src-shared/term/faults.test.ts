import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CALENDAR } from '../../../../src-shared/term/calendar.ts';
import { calendarFault } from '../../../../src-shared/term/faults.ts';
import { ruleOn, TermId, termOf } from '../../../../src-shared/term/term.ts';
import {
  amountOf,
  versionsOf,
  withAmount,
  withoutVersion,
  withVersion,
} from '../../../../src-shared/term/versions.ts';
import type { CalendarContent, RuleVersion } from '../../../../src-shared/term/workCalendar.ts';

const general = ruleOn('appeal_general', '2026-11-25', CALENDAR) as RuleVersion;
const withRule = (change: Partial<RuleVersion>): CalendarContent => ({
  ...CALENDAR,
  rules: CALENDAR.rules.map((rule) => (rule === general ? { ...rule, ...change } : rule)),
});

describe('what makes a calendar impossible to reckon by', () => {
  it('is nothing of the one this release was made with', () => {
    expect(calendarFault(CALENDAR)).toBeNull();
  });

  it.each<[string, CalendarContent, string]>([
    ['no version of a rule', { ...CALENDAR, rules: [] }, 'missing'],
    ['two amounts', withRule({ days: 30 }), 'amount'],
    ['none', withRule({ months: null }), 'amount'],
    ['hours where a day is asked for', withRule({ months: null, hours: 48, unit: 'clock' }), 'amount'],
    ['working months', withRule({ unit: 'working' }), 'amount'],
    ['days before the first version', withRule({ from: '2020-01-01' }), 'gap'],
    ['days behind the last', withRule({ to: '2030-01-01' }), 'gap'],
    [
      'a day without a version',
      {
        ...CALENDAR,
        rules: [
          ...withRule({ to: '2026-12-30' }).rules,
          { ...general, from: '2027-01-01', months: null, days: 20 },
        ],
      },
      'gap',
    ],
    ['a period backwards', { ...CALENDAR, martialLaw: [{ from: '2026-02-01', to: '2026-01-01' }] }, 'period'],
    [
      'a day that ends before it begins',
      { ...CALENDAR, hours: { weekdays: [1], from: '17:00', to: '08:00' } },
      'hours',
    ],
    [
      'a day said twice',
      {
        ...CALENDAR,
        days: [
          { day: '2026-12-24', isWorking: true, reason: 'a' },
          { day: '2026-12-24', isWorking: false, reason: 'b' },
        ],
      },
      'day',
    ],
  ])('is %s', (_name, content, fault) => {
    expect(calendarFault(content)?.fault).toBe(fault);
  });
});

describe('versions of a rule', () => {
  const changes = fc.array(
    fc.record({
      id: fc.constantFrom(...TermId.options),
      day: fc.integer({ min: 0, max: 8000 }),
      remove: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  it('follow each other without a gap, whatever is added and removed', () => {
    fc.assert(
      fc.property(changes, (list) => {
        let rules: readonly RuleVersion[] = CALENDAR.rules;
        for (const { id, day, remove } of list) {
          const last = versionsOf(id, rules).at(-1);
          if (last === undefined) continue;
          const from = addDays('2012-01-01', day);
          rules = remove ? withoutVersion(rules, last) : withVersion(rules, last, from);
        }
        expect(calendarFault({ ...CALENDAR, rules: [...rules] })).toBeNull();
      }),
    );
  });

  it('a law of tomorrow changes nothing of what came today', () => {
    const newer = withAmount(general, 'days', 20);
    const rules = withVersion(CALENDAR.rules, newer, '2027-01-01');
    const calendar = { ...CALENDAR, rules };
    expect(termOf('appeal_general', '2026-12-31', calendar).due).toBe(
      termOf('appeal_general', '2026-12-31').due,
    );
    expect(termOf('appeal_general', '2027-01-01', calendar).due).toBe('2027-01-21');
    expect(amountOf(newer)).toEqual({ in: 'days', count: 20 });
    const back = withoutVersion(rules, { ...newer, from: '2027-01-01', to: null });
    expect(back.find(({ id }) => id === 'appeal_general')).toEqual(general);
  });
});
