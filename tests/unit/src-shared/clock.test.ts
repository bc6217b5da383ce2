import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CommandTime,
  Instant,
  isClockSuspect,
  legalDay,
  legalInstant,
  measuredAfterwards,
  occurredMs,
  toEpochMs,
  toInstant,
  yearOf,
} from '../../../src-shared/clock.ts';

const at = (utc: string) => Date.parse(utc);

describe('legal day in Kyiv', () => {
  it.each([
    ['23:50 on 31 March stays March', '2026-03-31T20:50:00Z', '2026-03-31'],
    ['midnight begins April', '2026-03-31T21:00:00Z', '2026-04-01'],
    ['a millisecond before midnight in winter', '2026-01-15T21:59:59.999Z', '2026-01-15'],
    ['midnight in winter', '2026-01-15T22:00:00Z', '2026-01-16'],
    ['before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29'],
    ['after the clocks went forward', '2026-03-29T01:00:00Z', '2026-03-29'],
    ['midnight after the clocks went forward', '2026-03-29T21:00:00Z', '2026-03-30'],
    ['03:30 for the first time', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['03:30 for the second time', '2026-10-25T01:30:00Z', '2026-10-25'],
    ['23:30 on the long day', '2026-10-25T21:30:00Z', '2026-10-25'],
    ['midnight after the long day', '2026-10-25T22:00:00Z', '2026-10-26'],
    ['New Year, still the old one in London', '2026-12-31T22:00:00Z', '2027-01-01'],
  ])('%s', (_name, utc, day) => {
    expect(legalDay(at(utc))).toBe(day);
  });

  it('is the day of the zone database for any moment', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv', dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2036-01-01T00:00:00Z') }), (ms) => {
        expect(legalDay(ms)).toBe(format.format(ms));
      }),
    );
  });

  it('gives the year by which numbers are counted', () => {
    expect(yearOf(legalDay(at('2026-12-31T21:59:59Z')))).toBe(2026);
    expect(yearOf(legalDay(at('2026-12-31T22:00:00Z')))).toBe(2027);
  });
});

describe('instants', () => {
  it('go to text and back unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at('2200-01-01T00:00:00Z') }), (ms) => {
        const text = toInstant(ms);
        expect(Instant.parse(text)).toBe(text);
        expect(toEpochMs(text)).toBe(ms);
      }),
    );
  });

  it('are corrected by the measured offset, raw while there is none', () => {
    const time = { wall: 10_000, uncertaintyMs: 20, mono: 5, bootId: '00000000-0000-4000-8000-000000000000' };
    expect(occurredMs({ ...time, offsetMs: 3000 })).toBe(7000);
    expect(occurredMs({ ...time, offsetMs: -3000 })).toBe(13_000);
    expect(occurredMs({ ...time, offsetMs: null, uncertaintyMs: null })).toBe(10_000);
  });
});

describe('a time measured afterwards', () => {
  const NOON = at('2026-11-25T10:00:00Z');
  const boot = '0190e000-0000-7000-8000-000000000009';
  /** A command given a minute into the run, by a wall clock that is `wrong`. */
  const given = (wrong: number): CommandTime => ({
    wall: NOON + wrong,
    offsetMs: null,
    uncertaintyMs: null,
    mono: 60_000,
    bootId: boot,
  });
  /** The first contact ten minutes later, by a wall clock that is then `wrong`. */
  const contact = (wrong: number, mono = 660_000) => ({
    offsetMs: wrong,
    uncertaintyMs: 20,
    mono,
    drift: NOON + 600_000 + wrong - mono,
    bootId: boot,
  });
  const HOUR = 3600_000;
  const YEARS = 10 * 365 * 24 * HOUR;

  it.each([
    ['right all the time', 0, 0],
    ['two days ahead all the time', 48 * HOUR, 48 * HOUR],
    ['ten years behind, set right before the contact', -YEARS, 0],
    ['ten years ahead, set right before the contact', YEARS, 0],
    ['right, set two days ahead before the contact', 0, 48 * HOUR],
    ['an hour ahead, set back before the contact', HOUR, 0],
  ])('is the true one: %s', (_name, then, now) => {
    const time = measuredAfterwards(given(then), contact(now));
    expect(occurredMs(time)).toBe(NOON);
    expect(time.wall).toBe(NOON + then);
    expect(isClockSuspect(time)).toBe(false);
  });

  it('allows for a sleep in which the monotonic clock stood', () => {
    const time = measuredAfterwards(given(0), contact(0, 120_000));
    expect(occurredMs(time)).toBe(NOON);
    expect(time.uncertaintyMs).toBeGreaterThanOrEqual(540_000);
  });

  it('of a run before goes by the wall clock and stays doubtful', () => {
    const sample = { ...contact(48 * HOUR), bootId: '0190e000-0000-7000-8000-000000000010' };
    const time = measuredAfterwards(given(48 * HOUR), sample);
    expect(occurredMs(time)).toBe(NOON);
    expect(isClockSuspect(time)).toBe(true);
  });

  it('is the true one within its uncertainty, however the clock was set and the machine slept', () => {
    const hours = (n: number) => fc.integer({ min: -n * HOUR, max: n * HOUR });
    fc.assert(
      fc.property(
        hours(24 * 365),
        fc.oneof(fc.constant(0), hours(24 * 365)),
        fc.integer({ min: 0, max: 10 * HOUR }),
        fc.oneof(fc.constant(0), fc.integer({ min: 5000, max: 12 * HOUR })),
        (wrong, setBy, passed, slept) => {
          // Either somebody set the clock or the machine slept in between; both at once nothing here could tell apart.
          const set = slept > 0 ? 0 : setBy;
          const sample = {
            offsetMs: wrong + set,
            uncertaintyMs: 20,
            mono: 60_000 + passed,
            drift: NOON + passed + slept + wrong + set - (60_000 + passed),
            bootId: boot,
          };
          const time = measuredAfterwards(given(wrong), sample);
          const isAmbiguous = set > 1000 && set <= 24 * HOUR;
          const width = time.uncertaintyMs ?? 0;
          expect(Math.abs(occurredMs(time) - NOON)).toBeLessThanOrEqual(
            isAmbiguous ? width : slept > 0 ? width : 1000,
          );
        },
      ),
    );
  });

  it('leaves alone what was measured when it was given', () => {
    const time = { ...given(0), offsetMs: 5, uncertaintyMs: 1 };
    expect(measuredAfterwards(time, contact(HOUR))).toBe(time);
  });
});

describe('a day and a time written by hand', () => {
  it.each([
    ['2026-11-25', '14:05', '2026-11-25T12:05:00.000Z'],
    ['2026-07-01', '14:05', '2026-07-01T11:05:00.000Z'],
    // The hour the end of summer time repeats: the first of the two.
    ['2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
  ])('%s %s is read in Kyiv', (day, time, instant) => {
    expect(legalInstant(day, time)).toBe(instant);
  });

  it.each([
    ['', '14:05'],
    ['2026-02-30', '14:05'],
    ['2026-11-25', ''],
    ['2026-11-25', '24:00'],
    ['2026-11-25', '9:30'],
  ])('%j %j is none', (day, time) => {
    expect(legalInstant(day, time)).toBeNull();
  });
});
