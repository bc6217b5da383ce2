import { Day } from '../../src-shared/clock.ts';

/**
 * A day as somebody writes it: `25.11.2026`, `25/11/26`, `25 11 2026` or as it is stored.
 * @returns null when it is no day
 */
export function readDay(text: string): Day | null {
  const written = text.trim();
  const stored = Day.safeParse(written);
  if (stored.success) return stored.data;
  const parts = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/.exec(written);
  if (parts === null) return null;
  const [, day = '', month = '', year = ''] = parts;
  const two = (digits: string) => digits.padStart(2, '0');
  return Day.safeParse(`${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`).data ?? null;
}
