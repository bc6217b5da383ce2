import { describe, expect, test } from 'vitest';
import { readTime } from '../../../../src-renderer/ui/writtenTime.ts';

describe('a time as it is written', () => {
  test.each([
    ['18:30', '18:30'],
    ['9:05', '09:05'],
    [' 18.30 ', '18:30'],
    ['1830', '18:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['00', '00:00'],
    ['24:00', null],
    ['18:60', null],
    ['18:5', null],
    ['', null],
    ['вечір', null],
  ])('%s', (written, read) => {
    expect(readTime(written)).toBe(read);
  });
});
