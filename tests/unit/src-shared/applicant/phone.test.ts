import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayPhone, recognisePhone } from '../../../../src-shared/applicant/phone.ts';

const MOBILE = '+380501234567';

describe('telephone number of a caller', () => {
  it.each([
    ['national', '0501234567'],
    ['with spaces', '050 123 45 67'],
    ['with dashes', '050-123-45-67'],
    ['with brackets', '(050) 123-45-67'],
    ['with dots', '050.123.45.67'],
    ['trunk eight', '8 (050) 123-45-67'],
    ['trunk eight alone', '80501234567'],
    ['country code without plus', '380501234567'],
    ['country code apart', '38 050 123 45 67'],
    ['international', '+380501234567'],
    ['international spaced', '+38 (050) 123 45 67'],
    ['with the national zero after the code', '+380 (0)50 123 45 67'],
    ['double zero', '00380501234567'],
    ['without the leading zero', '50 123 45 67'],
    ['after a word', 'тел. 050 123 45 67'],
    ['after an abbreviation', 'моб.: 050-123-45-67'],
    ['as a link', 'tel:+380501234567'],
    ['as a link with spaces', ' TEL: +38-050-123-45-67 '],
    ['with non-breaking spaces', '050\u00a0123\u202f45\u00a067'],
    ['with invisible marks', '\u202a+380501234567\u202c\u200b'],
    ['with a soft hyphen', '050\u00ad1234567'],
    ['with long dashes', '050–123—45−67'],
    ['in full-width digits', '０５０１２３４５６７'],
    ['in full-width with plus', '＋３８０５０１２３４５６７'],
    ['doubled plus', '++380501234567'],
    ['with a line break', '050 123\n45 67\t'],
    ['with a trailing name', '0501234567 (донька)'],
  ])('is recognised %s', (_name, text) => {
    expect(recognisePhone(text)).toEqual({ e164: MOBILE, display: '050 123 45 67' });
  });

  it('is recognised for fixed lines and toll-free lines of the country', () => {
    expect(recognisePhone('(0626) 41-23-45')?.e164).toBe('+380626412345');
    expect(recognisePhone('0 800 500 123')?.e164).toBe('+380800500123');
  });

  it.each([
    ['Poland', '+48 22 123 45 67', '+48221234567'],
    ['Germany by double zero', '0049 30 1234567', '+49301234567'],
    ['Czechia as a link', 'tel:+420-601-123-456', '+420601123456'],
  ])('is recognised from abroad: %s', (_name, text, e164) => {
    expect(recognisePhone(text)?.e164).toBe(e164);
  });

  it.each([
    ['nothing', ''],
    ['words', 'не назвався'],
    ['a city number', '41-23-45'],
    ['a short code', '102'],
    ['one digit short', '050 123 45 6'],
    ['one digit long', '050 123 45 678'],
    ['letters for digits', '050-ABC-45-67'],
    ['two numbers', '0501234567, 0671234567'],
    ['a code of no network', '+380 00 123 45 67'],
    ['an unknown country', '+999 123 456 789'],
    ['a plus alone', '+'],
  ])('is not invented from %s', (_name, text) => {
    expect(recognisePhone(text)).toBeNull();
  });

  it('never throws, and a recognised form is recognised again as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789+-() ') })),
        (text) => {
          const phone = recognisePhone(text);
          if (phone === null) return;
          expect(recognisePhone(phone.e164)).toEqual(phone);
          expect(phone.e164).toMatch(/^\+\d{8,15}$/);
        },
      ),
    );
  });

  it('is shown as it is read aloud', () => {
    expect(displayPhone(MOBILE)).toBe('050 123 45 67');
    expect(displayPhone('+48221234567')).toBe('+48 22 123 45 67');
    expect(displayPhone('not a number')).toBe('not a number');
  });
});
