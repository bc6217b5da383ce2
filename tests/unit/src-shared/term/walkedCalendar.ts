/**
 * A calendar reckoned another way on purpose: day after day, with lists written by hand, nothing of the program's own. What the program
 * counts by formulas this one walks.
 */

/** Easter of the Orthodox church, from printed tables. */
const EASTER = [
  ...['2012-04-15', '2013-05-05', '2014-04-20', '2015-04-12', '2016-05-01', '2017-04-16', '2018-04-08'],
  ...['2019-04-28', '2020-04-19', '2021-05-02', '2022-04-24', '2023-04-16', '2024-05-05', '2025-04-20'],
  ...['2026-04-12', '2027-05-02', '2028-04-16', '2029-04-08', '2030-04-28', '2031-04-13', '2032-05-02'],
  ...['2033-04-24', '2034-04-09', '2035-04-29', '2036-04-20', '2037-04-05'],
];
const FIXED = ['01-01', '03-08', '05-01', '05-08', '06-28', '07-15', '08-24', '10-01', '12-25'];

/** A day and the next: by the milliseconds of whole days in UTC, where no clock changes. */
const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export interface WalkedDay {
  readonly day: string;
  readonly isOff: boolean;
}

/** Days from 2012 to 2037, and whether each is off, for periods of martial law. */
export function walkDays(martial: readonly { from: string; to: string }[]): WalkedDay[] {
  const trinity = new Set<string>();
  for (const easter of EASTER) trinity.add(iso(Date.parse(easter) + 49 * DAY_MS));
  const days: WalkedDay[] = [];
  // Holidays of a weekend that still wait for their day off, one after another.
  let waiting = 0;
  for (let ms = Date.parse('2012-01-01'); iso(ms) < '2037-12-31'; ms += DAY_MS) {
    const day = iso(ms);
    const isWeekend = [0, 6].includes(new Date(ms).getUTCDay());
    const isMartial = martial.some(({ from, to }) => from <= day && day <= to);
    const isHoliday = FIXED.includes(day.slice(5)) || EASTER.includes(day) || trinity.has(day);
    if (isWeekend) {
      if (isHoliday && !isMartial) waiting += 1;
      days.push({ day, isOff: true });
    } else if (isHoliday) {
      days.push({ day, isOff: !isMartial });
    } else {
      days.push({ day, isOff: waiting > 0 && !isMartial });
      if (waiting > 0) waiting -= 1;
    }
  }
  return days;
}

/** The end of a term by walking from the day of receipt. */
export function walkTerm(
  days: readonly WalkedDay[],
  received: string,
  term: { months: number | null; days: number | null; unit: string; movesOn: boolean },
): { due: string; control: string } {
  let at = days.findIndex(({ day }) => day === received);
  const start = at;
  const on = (place: number) => days[place] ?? { day: '', isOff: false };
  if (term.months !== null) {
    const wanted = received.slice(8);
    for (let passed = 0; ; ) {
      at += 1;
      const isNewMonth = on(at).day.slice(8) === '01';
      if (isNewMonth) passed += 1;
      const isLastOfMonth = on(at + 1).day.slice(8) === '01';
      if (passed === term.months && (on(at).day.slice(8) === wanted || isLastOfMonth)) break;
    }
  } else if (term.unit === 'working') {
    for (let left = term.days ?? 0; left > 0 || on(at).isOff; ) {
      at += 1;
      if (left > 0 && !on(at).isOff) left -= 1;
    }
  } else {
    for (let passed = 0; passed < (term.days ?? 0); passed += 1) at += 1;
  }
  let control = at;
  while (on(control).isOff && control > start) control -= 1;
  if (term.movesOn) while (on(at).isOff) at += 1;
  return { due: on(at).day, control: on(control).day };
}
