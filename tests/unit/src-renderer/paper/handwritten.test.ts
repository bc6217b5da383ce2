import { describe, expect, it } from 'vitest';
import { readWritten, writtenDay } from '../../../../src-renderer/paper/handwritten.ts';

const NOW = Date.parse('2026-11-25T14:00:00.000Z');

describe('day and time off a paper blank', () => {
  it.each([
    ['25.11.2026', '14:05'],
    ['25.11', '14:05'],
    ['25/11', '14.05'],
    [' 25-11-2026 ', '1405'],
  ])('%j %j is read as it is meant', (day, time) => {
    expect(readWritten(day, time, NOW)).toBe('2026-11-25T12:05:00.000Z');
  });

  it.each([
    ['', '14:05'],
    ['31.11', '14:05'],
    ['25.11', ''],
    ['25.11', '24:10'],
    ['25.11', '7 вечора'],
  ])('%j %j is not guessed at', (day, time) => {
    expect(readWritten(day, time, NOW)).toBeNull();
  });

  it('begins with the legal day, also when it is already tomorrow in Kyiv', () => {
    expect(writtenDay(Date.parse('2026-11-25T23:30:00.000Z'))).toBe('26.11.2026');
    expect(readWritten(writtenDay(NOW), '00:10', NOW)).toBe('2026-11-24T22:10:00.000Z');
  });
});
