import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows } from '../../../../src-shared/directory/csv.ts';
import { csvLine } from '../../../../src-shared/view/csv.ts';

describe('a line of a table', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('а', ';', '"', '\n', ' ', '=', '1', 'ґ', "'") })
    .filter((text) => text.trim() !== '');

  test('is read back as it was, but for the sign that keeps a formula from running', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const read = csvRows(rows.map(csvLine).join(''));
        expect(read.map(({ cells }) => cells)).toEqual(
          rows.map((cells) => cells.map((text) => (text.startsWith('=') ? `'${text}` : text))),
        );
      }),
    );
  });

  test.for(['=1+1', '+380501234567', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'never begins a cell with what a spreadsheet computes: %j',
    (text) => {
      expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );
});
