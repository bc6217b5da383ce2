import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src-shared/fold.ts';

describe('one spelling for search', () => {
  it.each(["подвір'я", 'подвір’я', 'подвір‘я', 'подвір`я', 'подвір´я', 'подвір′я', 'ПОДВІРʼЯ'])(
    'unites every apostrophe: %s',
    (text) => expect(fold(text)).toBe('подвірʼя'),
  );

  it('unites ґ with г and ё with е', () => {
    expect(fold('Ґанок')).toBe(fold('ганок'));
    expect(fold('Ёлка')).toBe(fold('елка'));
  });

  it('unites composed and decomposed spelling', () => {
    expect(fold('Київ'.normalize('NFD'))).toBe('київ');
    expect(fold('Ёлка'.normalize('NFD'))).toBe('елка');
  });

  it('keeps apart letters that tell words apart', () => {
    expect(fold('їх')).not.toBe(fold('іх'));
    expect(fold('мій')).not.toBe(fold('мии'));
    expect(fold('є')).not.toBe(fold('е'));
  });

  it('keeps the length of composed text, so that a found word is marked at its place', () => {
    const alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъАБВГҐДЕЄЖЗИІЇЙЁЫЭЪabcXYZ0123456789 '’‘`´′ʼ-«».,№";
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 80 }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
