import { describe, expect, it } from 'vitest';
import { readDay } from '../../../../src-renderer/ui/writtenDay.ts';

describe('readDay', () => {
  it.each(['25.11.2026', '25/11/2026', '25-11-26', '25 11 2026', ' 2026-11-25 '])('reads %s', (text) => {
    expect(readDay(text)).toBe('2026-11-25');
  });

  it.each(['', '25.11', '31.02.2026', '11.25.2026', 'завтра', '25.11.202'])(
    'does not guess at «%s»',
    (text) => {
      expect(readDay(text)).toBeNull();
    },
  );
});
