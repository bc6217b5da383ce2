import { describe, expect, test } from 'vitest';
import { numbersMeant } from '../../../../src-shared/number/find.ts';
import { formatNumber } from '../../../../src-shared/number/number.ts';

const context = { office: 'ДН', years: [2026, 2025] };
const leased = formatNumber({ office: 'ДН', year: 2026, series: 0, serial: 123 });
const lastYear = formatNumber({ office: 'ДН', year: 2025, series: 0, serial: 123 });
const own = formatNumber({ office: 'ДН', year: 2026, series: 3, serial: 7 });
const elsewhere = formatNumber({ office: 'ОД', year: 2026, series: 0, serial: 123 });
const digit = leased.at(-1);
const wrong = (Number(digit) + 1) % 10;

describe('a registration number', () => {
  test.each([
    [leased, [leased]],
    [leased.toLowerCase(), [leased]],
    [leased.replaceAll('-', ' '), [leased]],
    [leased.replaceAll('-', '—'), [leased]],
    [leased.replaceAll('-', ''), [leased]],
    [leased.slice(0, -2), [leased]],
    [leased.slice(0, -2).replaceAll('-', ''), [leased]],
    [`2026-000123-${digit}`, [leased]],
    ['2026 123', [leased]],
    [`дн 2026 123 ${digit}`, [leased]],
    ['123', [leased, lastYear]],
    ['000123', [leased, lastYear]],
    [`123-${digit}`, [leased]],
    ['ОД-2026-000123', [elsewhere]],
    ['OD-2026-000123'.replace('D', 'Д'), [elsewhere]],
    [own, [own]],
    [own.replaceAll('-', ''), [own]],
    ['дн-2026-т3-7', [own]],
    ['T03-0007', [own, formatNumber({ office: 'ДН', year: 2025, series: 3, serial: 7 })]],
  ])('%s', (typed, expected) => {
    expect(numbersMeant(typed, context)).toMatchObject({ numbers: expected, isWrong: false });
  });

  test('with a check digit that does not fit is told apart from one that is not there', () => {
    expect(numbersMeant(`ДН-2026-000123-${wrong}`, context)).toEqual({
      numbers: [],
      isWrong: true,
      isWhole: true,
    });
    expect(numbersMeant(`дн2026000123${wrong}`, context)).toEqual({
      numbers: [],
      isWrong: true,
      isWhole: true,
    });
  });

  test.each(['', '   ', 'немає води', '0', '000000', 'ДН', '2026-', '1-2-3-4-5', '12345678901234567890'])(
    '%s is none',
    (text) => {
      expect(numbersMeant(text, context)).toEqual({ numbers: [], isWrong: false, isWhole: false });
    },
  );
});
