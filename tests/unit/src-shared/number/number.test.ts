import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDigit,
  formatNumber,
  isProvisional,
  parseNumber,
} from '../../../../src-shared/number/number.ts';

const LETTERS = 'АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЮЯ';
const parts = fc.record({
  office: fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 4 }),
  year: fc.integer({ min: 2000, max: 2999 }),
  series: fc.integer({ min: 0, max: 999 }),
  serial: fc.integer({ min: 1, max: 9_999_999 }),
});

/** Positions of the digits of a written number. */
function digitPlaces(number: string): number[] {
  return [...number].flatMap((char, index) => (/\d/.test(char) ? [index] : []));
}

describe('registration number', () => {
  it('is written as it is read out', () => {
    expect(formatNumber({ office: 'ДН', year: 2026, series: 0, serial: 123 })).toMatch(/^ДН-2026-000123-\d$/);
    expect(formatNumber({ office: 'ДН', year: 2026, series: 3, serial: 7 })).toMatch(/^ДН-2026-Т03-0007-\d$/);
  });

  it('has the published check digit of Damm', () => {
    expect(checkDigit('572')).toBe(4);
    expect(checkDigit('5724')).toBe(0);
  });

  it('is read back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseNumber(formatNumber(given))).toEqual(given);
      }),
    );
  });

  it('shows every single wrong digit', () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 9 }), (given, pick, shift) => {
        const number = formatNumber(given);
        const places = digitPlaces(number);
        const place = places[pick % places.length] ?? 0;
        const wrong = String((Number(number[place]) + shift) % 10);
        expect(parseNumber(number.slice(0, place) + wrong + number.slice(place + 1))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('shows every swap of neighbouring digits', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (given, pick) => {
        const chars = [...formatNumber(given)];
        const places = digitPlaces(chars.join(''));
        const at = pick % (places.length - 1);
        const [left = 0, right = 0] = [places[at], places[at + 1]];
        fc.pre(chars[left] !== chars[right]);
        [chars[left], chars[right]] = [chars[right] ?? '', chars[left] ?? ''];
        expect(parseNumber(chars.join(''))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is found however it was typed', () => {
    const number = formatNumber({ office: 'ДН', year: 2026, series: 0, serial: 123 });
    const expected = parseNumber(number);
    expect(expected).not.toBeNull();
    const spoken = [
      number.toLowerCase(),
      `  ${number}\u00a0`,
      number.replaceAll('-', ' '),
      number.replaceAll('-', ' – '),
      number.replaceAll('-', '\u2011'),
      number.replaceAll('-', '\u2212'),
      number.replace('Н', 'H'),
    ];
    for (const text of spoken) expect(parseNumber(text), text).toEqual(expected);
  });

  it('is found when its letters were typed on the Latin layout', () => {
    const number = formatNumber({ office: 'КРІМ', year: 2026, series: 12, serial: 7 });
    const latin = number.replace('КРІМ', 'KPIM').replace('Т', 'T');
    expect(parseNumber(latin)).toEqual({ office: 'КРІМ', year: 2026, series: 12, serial: 7 });
  });

  it('is not seen in other texts', () => {
    for (const text of [
      '',
      'ДН',
      '2026',
      'ДН-26-000123-1',
      'ДН-2026-12-1',
      '+380501234567',
      'ДН-2026-000123',
    ]) {
      expect(parseNumber(text), text).toBeNull();
    }
  });

  it('tells its own series from the leased one', () => {
    expect(isProvisional(formatNumber({ office: 'ДН', year: 2026, series: 3, serial: 7 }))).toBe(true);
    expect(isProvisional(formatNumber({ office: 'ДН', year: 2026, series: 0, serial: 7 }))).toBe(false);
    expect(isProvisional('something else')).toBe(false);
  });
});
