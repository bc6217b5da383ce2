import { describe, expect, it } from 'vitest';
import { CALENDAR, type Calendar, dayKind, dayOff } from '../../../../src-shared/term/calendar.ts';
import { isOpenAt, momentTermOf, registrationDay } from '../../../../src-shared/term/moment.ts';
import { type TermId, termOf } from '../../../../src-shared/term/term.ts';

const PEACE: Calendar = { ...CALENDAR, martialLaw: [] };
/** 25 November 2026 is a Wednesday. */
const WEDNESDAY = '2026-11-25';

/** A moment in Kyiv in winter time. */
const winter = (written: string) => Date.parse(`${written}+02:00`);

describe('every rule, counted by hand', () => {
  it.each<[TermId, string, string, string]>([
    ['appeal_general', WEDNESDAY, '2026-12-25', 'a working Friday under martial law'],
    ['appeal_simple', WEDNESDAY, '2026-12-10', '15 days'],
    ['appeal_extended_total', WEDNESDAY, '2027-01-11', 'day 45 is Saturday 9 January'],
    ['forward_by_competence', WEDNESDAY, '2026-11-30', '5 days'],
    ['return_insufficient', WEDNESDAY, '2026-11-30', 'the same 5 days'],
    ['return_nonconforming', WEDNESDAY, '2026-12-07', 'day 10 is Saturday'],
    ['complaint_from_decision', WEDNESDAY, '2027-11-25', 'a year: Thursday'],
    ['complaint_from_decision', '2024-02-29', '2025-02-28', 'the leap day has no like'],
    ['complaint_from_knowledge', WEDNESDAY, '2026-12-25', 'a month'],
    ['proposal', WEDNESDAY, '2026-12-25', 'a month'],
    ['registration', WEDNESDAY, WEDNESDAY, 'the same day'],
    ['registration', '2026-11-28', '2026-11-30', 'Saturday: the next working day'],
    ['storage', '2026-12-31', '2031-12-31', '5 years, not moved on'],
    ['classifier_report', '2026-12-31', '2027-03-31', '3 months'],
    ['callback', WEDNESDAY, '2026-11-30', 'Thursday, Friday, Monday'],
    ['public_info', WEDNESDAY, '2026-12-02', '5 working days'],
    ['public_info_extended', WEDNESDAY, '2026-12-23', '20 working days'],
    ['pd_access_study', WEDNESDAY, '2026-12-09', '10 working days'],
    ['pd_access_answer', WEDNESDAY, '2026-12-25', '30 days'],
    ['pd_notice', WEDNESDAY, '2027-01-06', '30 working days'],
    ['pd_log_retention', '2026-12-31', '2027-12-31', 'a year'],
    ['appeal_general', '2026-01-29', '2026-03-02', 'no 29 February: Saturday 28, Monday'],
    ['appeal_general', '2026-01-30', '2026-03-02', 'no 30 February'],
    ['appeal_general', '2026-01-31', '2026-03-02', 'no 31 February'],
    ['appeal_general', '2028-01-29', '2028-02-29', 'a leap year has it'],
    ['appeal_general', '2026-12-31', '2027-02-01', 'Sunday 31 January'],
    ['appeal_general', '2026-05-31', '2026-06-30', 'no 31 June'],
  ])('%s of %s is over with %s (%s)', (id, received, due) => {
    expect(termOf(id, received).due).toBe(due);
  });

  it.each<[TermId, string, string]>([
    ['appeal_general', WEDNESDAY, '2026-12-28'],
    ['public_info', '2026-12-23', '2026-12-31'],
    ['callback', '2026-12-24', '2026-12-30'],
    ['appeal_general', '2027-04-01', '2027-05-05'],
  ])('%s of %s in peace, with its holidays, is over with %s', (id, received, due) => {
    expect(termOf(id, received, PEACE).due).toBe(due);
  });

  it.each<[TermId, string, string]>([
    ['urgent_relay', '2026-11-25T08:50:00.000Z', '2026-11-25T09:05:00.000Z'],
    ['urgent_ack', '2026-11-25T21:30:00.000Z', '2026-11-25T22:30:00.000Z'],
    ['urgent_report', '2026-11-27T14:00:00.000Z', '2026-11-28T14:00:00.000Z'],
    ['public_info_urgent', '2026-11-27T14:00:00.000Z', '2026-11-29T14:00:00.000Z'],
    // The night of 25 October 2026 has an hour more, that of 28 March 2027 one less: hours are hours.
    ['urgent_report', '2026-10-24T12:00:00.000Z', '2026-10-25T12:00:00.000Z'],
    ['urgent_report', '2027-03-27T12:00:00.000Z', '2027-03-28T12:00:00.000Z'],
    ['urgent_ack', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  ])('%s from %s is over at %s, day or night', (id, start, due) => {
    expect(momentTermOf(id, start).due).toBe(due);
  });

  it('says which days counting in working days left out', () => {
    expect(termOf('callback', '2026-11-26').skipped.map(({ day, off }) => [day, off.kind])).toEqual([
      ['2026-11-28', 'weekend'],
      ['2026-11-29', 'weekend'],
    ]);
  });
});

describe('calendars of other centres', () => {
  const hours = (weekdays: number[], from: string, to: string) => ({ weekdays, from, to });
  const inWorkingHours = (calendar: Calendar, amount: { hours: number | null; minutes: number | null }) => ({
    ...calendar,
    rules: calendar.rules.map((rule) =>
      rule.id === 'urgent_ack' ? { ...rule, ...amount, unit: 'working' as const } : rule,
    ),
  });

  it('round the clock: a term across midnight has no extra minute', () => {
    const always = inWorkingHours(
      { ...CALENDAR, hours: hours([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00') },
      { hours: 30, minutes: null },
    );
    expect(momentTermOf('urgent_ack', '2026-11-27T20:00:00.000Z', always).due).toBe(
      '2026-11-29T02:00:00.000Z',
    );
  });

  it("in the centre's hours: an evening goes on in the morning, Friday on Monday", () => {
    const office = inWorkingHours(CALENDAR, { hours: 2, minutes: null });
    // Friday 16:30 in Kyiv: half an hour on Friday, one and a half on Monday.
    expect(momentTermOf('urgent_ack', '2026-11-27T14:30:00.000Z', office).due).toBe(
      '2026-11-30T07:30:00.000Z',
    );
    // What ends with the day ends at its last minute.
    expect(momentTermOf('urgent_ack', '2026-11-27T13:00:00.000Z', office).due).toBe(
      '2026-11-27T15:00:00.000Z',
    );
  });

  it('Tuesdays only: counts Tuesdays and is not over when it begins', () => {
    const tuesdays: Calendar = { ...CALENDAR, weekdays: [2], hours: hours([2], '09:00', '13:00') };
    expect(termOf('callback', WEDNESDAY, tuesdays).due).toBe('2026-12-15');
    expect(termOf('registration', WEDNESDAY, tuesdays).due).toBe('2026-12-01');
    expect(termOf('appeal_general', WEDNESDAY, tuesdays)).toMatchObject({
      due: '2026-12-29',
      control: '2026-12-22',
    });
    // In peace, holidays on days that were never worked on give no Tuesday off.
    expect(dayOff('2026-05-05', { ...tuesdays, martialLaw: [] })).toBeNull();
  });

  it('a moved day is worked on, an ordered one is off, whatever the week and the list say', () => {
    const moved: Calendar = {
      ...PEACE,
      days: [
        { day: '2026-12-24', isWorking: false, reason: 'day off by order 12' },
        { day: '2026-12-26', isWorking: true, reason: 'instead of 24 December' },
      ],
    };
    expect(dayKind('2026-12-24', moved)).toEqual({ kind: 'ordered', reason: 'day off by order 12' });
    expect(dayKind('2026-12-26', moved)).toEqual({ kind: 'moved', reason: 'instead of 24 December' });
    expect(termOf('appeal_general', WEDNESDAY, moved).due).toBe('2026-12-26');
    expect(termOf('appeal_general', '2026-11-24', moved)).toMatchObject({
      due: '2026-12-26',
      control: '2026-12-23',
    });
    expect(isOpenAt(winter('2026-12-26T10:00'), moved)).toBe(true);
  });

  it('a short day ends earlier, for reminders and for what is counted in the hours of the centre', () => {
    const short = { day: '2026-12-24', isWorking: true, reason: 'the eve of a holiday', to: '16:00' };
    const eve = { ...CALENDAR, days: [short] };
    expect([isOpenAt(winter('2026-12-24T15:59'), eve), isOpenAt(winter('2026-12-24T16:00'), eve)]).toEqual([
      true,
      false,
    ]);
    expect(registrationDay(winter('2026-12-24T16:30'), eve)).toBe('2026-12-25');
    const office = inWorkingHours(eve, { hours: 2, minutes: null });
    // One hour is left of Thursday, the other one is of Friday.
    expect(momentTermOf('urgent_ack', '2026-12-24T13:00:00.000Z', office).due).toBe(
      '2026-12-25T07:00:00.000Z',
    );
  });

  it('a holiday counts in the years it is one', () => {
    const old: Calendar = {
      ...PEACE,
      holidays: [
        { id: 'old', uk: 'Було', ru: 'Было', en: 'Was', month: 1, day: 7, fromYear: 2018, toYear: 2022 },
      ],
    };
    expect(dayOff('2021-01-07', old)).toEqual({ kind: 'holiday', holiday: 'old' });
    expect([dayOff('2026-01-07', old), dayOff('2016-01-07', old)]).toEqual([null, null]);
  });
});

describe('the hours of the centre', () => {
  it.each([
    ['2026-11-25T08:00', true],
    ['2026-11-25T16:59', true],
    ['2026-11-25T17:00', false],
    ['2026-11-25T03:00', false],
    ['2026-11-29T00:05', false],
    ['2026-11-29T10:00', false],
  ])('at %s in Kyiv somebody is there: %s', (written, isOpen) => {
    expect(isOpenAt(winter(written), CALENDAR)).toBe(isOpen);
  });

  it.each([
    ['2026-11-25T10:00', '2026-11-25'],
    ['2026-11-25T17:30', '2026-11-26'],
    ['2026-11-27T17:00', '2026-11-30'],
    ['2026-11-28T10:00', '2026-11-30'],
    ['2026-11-25T05:00', '2026-11-25'],
  ])('what comes at %s is registered on %s', (written, day) => {
    expect(registrationDay(winter(written))).toBe(day);
  });
});
