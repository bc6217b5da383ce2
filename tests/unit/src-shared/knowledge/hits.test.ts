import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHit, textPieces } from '../../../../src-shared/knowledge/hits.ts';

const hits = (text: string, typed: string) =>
  textPieces(text, typed)
    .filter(({ isHit }) => isHit)
    .map((piece) => piece.text);

describe('what was searched for within a text', () => {
  it.each([
    ['Житлова субсидія: хто має право на субсидію', 'субсидії', ['субсидія', 'субсидію']],
    ['СУБСИДІЯ', 'субсид', ['СУБСИДІЯ']],
    ['Об’єкт біля під’їзду', "під'їзд", ['під’їзду']],
    ['Електроенергія: борг', 'электроэнергии', ['Електроенергія']],
    ['Вода, газ і світло', 'газ вода', ['Вода', 'газ']],
    ['Немає нічого', 'трамвай', []],
  ])('%j typed as %j', (text, typed, found) => {
    expect(hits(text, typed)).toEqual(found);
  });

  it('the pieces joined are the text, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
        expect(
          textPieces(text, typed)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('a long line begins shortly before the first hit, at a word', () => {
    const line = 'Суть питання: зауваження, пропозиція, заява, скарга, прохання чи вимога.';
    expect(fromHit(line, 'скарги')).toBe('…пропозиція, заява, скарга, прохання чи вимога.');
    expect(fromHit(line, 'питання')).toBe(line);
    expect(fromHit(line, 'трамвай')).toBe(line);
    expect(fromHit('а'.repeat(40), 'б')).toBe('а'.repeat(40));
  });
});
