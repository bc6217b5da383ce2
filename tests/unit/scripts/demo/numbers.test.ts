import { describe, expect, it } from 'vitest';
import { numberStock } from '../../../../scripts/demo/numbers.ts';
import { parseNumber } from '../../../../src-shared/number/number.ts';
import { uuid } from '../../src-shared/builders.ts';

describe('stock of registration numbers', () => {
  const block = { id: uuid(1), office: 'ДН', year: 2026, lo: 5, hi: 6 };

  it('takes leased ones in order, then the workstation’s own series', () => {
    const stock = numberStock('ДН', 3);
    stock.add([block]);
    const taken = [stock.take(2026), stock.take(2026), stock.take(2026), stock.take(2026)].map(parseNumber);
    expect(taken.map((parts) => [parts?.series, parts?.serial])).toEqual([
      [0, 5],
      [0, 6],
      [3, 1],
      [3, 2],
    ]);
  });

  it('keeps the years apart and tells what is left', () => {
    const stock = numberStock('ДН', 3);
    stock.add([block]);
    expect(parseNumber(stock.take(2025))).toEqual({ office: 'ДН', year: 2025, series: 3, serial: 1 });
    stock.take(2026);
    expect(stock.told()).toEqual([{ year: 2026, free: 1, peakPerDay: 0, blocks: [block.id] }]);
  });
});
