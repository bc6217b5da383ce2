import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedParts } from '../../../../src-shared/appeal/changedParts.ts';

describe('changedParts', () => {
  it('marks the words that the other text lacks', () => {
    expect(changedParts('Немає води, дім 5.', 'Немає гарячої води, дім 7.')).toEqual([
      { text: 'Немає ', isNew: false },
      { text: 'гарячої ', isNew: true },
      { text: 'води, дім ', isNew: false },
      { text: '7', isNew: true },
      { text: '.', isNew: false },
    ]);
  });

  it('gives the whole text in order, and marks nothing where nothing differs', () => {
    const text = fc.array(fc.constantFrom('вода', ' ', ', ', '\n', "під'їзд", '🚰', '-5'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, now] = [before.join(''), after.join('')];
        expect(
          changedParts(old, now)
            .map((part) => part.text)
            .join(''),
        ).toBe(now);
        expect(changedParts(now, now).some((part) => part.isNew)).toBe(false);
        // What is not marked stands in the other text too, in the same order.
        const kept = changedParts(old, now).flatMap((part) => (part.isNew ? [] : [...part.text]));
        let at = 0;
        for (const letter of old) if (letter === kept[at]) at += 1;
        expect(kept.slice(at).join('')).toBe('');
      }),
    );
  });
});
