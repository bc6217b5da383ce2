import { describe, expect, it } from 'vitest';
import { CALENDAR, type Calendar, dayOff, holidayOn } from '../../../../src-shared/term/calendar.ts';

const PEACE: Calendar = { ...CALENDAR, martialLaw: [] };

describe('days off', () => {
  it.each([
    [2024, '2024-05-05', '2024-06-23'],
    [2025, '2025-04-20', '2025-06-08'],
    [2026, '2026-04-12', '2026-05-31'],
    [2027, '2027-05-02', '2027-06-20'],
    [2028, '2028-04-16', '2028-06-04'],
  ])('Easter and Trinity of %i', (_year, easter, trinity) => {
    expect([holidayOn(easter), holidayOn(trinity)]).toEqual(['easter', 'trinity']);
  });

  it.each([
    ['2024-08-26', 'independence_day'],
    ['2026-03-09', 'womens_day'],
    ['2026-04-13', 'easter'],
    ['2027-05-03', 'labour_day'],
    ['2027-05-04', 'easter'],
    ['2028-01-03', 'new_year'],
  ])('in peace %s is off in place of a holiday on a weekend', (day, holiday) => {
    expect(dayOff(day, PEACE)).toEqual({ kind: 'carried', holiday });
    expect(dayOff(day)).toBeNull();
  });

  it('Saturday and Sunday are off always, a holiday only in peace, 7 January no longer', () => {
    expect(dayOff('2026-11-28')).toEqual({ kind: 'weekend' });
    expect(dayOff('2026-12-25')).toBeNull();
    expect(dayOff('2026-12-25', PEACE)).toEqual({ kind: 'holiday', holiday: 'christmas' });
    expect(dayOff('2026-01-07', PEACE)).toBeNull();
  });
});
